package org.zhuxi.sensing.internal.query;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a filter into its words. */
final class Tokens {

    static final int MOST_CHARACTERS = 20_000;

    private static final Pattern TIME =
            Pattern.compile("\\d{4,}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?([Zz]|[+ -]\\d\\d:?\\d\\d)?"
                    + "(/\\d{4,}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?([Zz]|[+ -]\\d\\d:?\\d\\d)?)?");
    private static final Pattern DAY = Pattern.compile("\\d{4,}-\\d\\d-\\d\\d(?![\\dTt])");
    private static final Pattern DAY_TIME = Pattern.compile("\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final Pattern WORD = Pattern.compile("[\\p{L}_@$][\\p{L}\\p{N}_.@:-]*");

    /** @param text without its quotes; {@code prefix} holds {@code geography} or {@code duration} before a quoted text */
    record Token(Kind kind, String text, String prefix) {

        boolean is(String symbol) {
            return kind == Kind.SYMBOL && text.equals(symbol);
        }

        boolean isWord(String word) {
            return kind == Kind.WORD && text.equals(word);
        }
    }

    enum Kind {
        WORD,
        NUMBER,
        TIME,
        DAY,
        DAY_TIME,
        QUOTED,
        SYMBOL,
        END
    }

    private final List<Token> tokens = new ArrayList<>();
    private int at;

    Tokens(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw StaError.tooLarge("A filter has at most " + MOST_CHARACTERS + " characters");
        }
        cut(text);
        tokens.add(new Token(Kind.END, "the end", ""));
    }

    Token peek() {
        return tokens.get(at);
    }

    Token next() {
        var token = tokens.get(at);
        if (token.kind() != Kind.END) {
            at++;
        }
        return token;
    }

    boolean take(String symbol) {
        if (peek().is(symbol)) {
            at++;
            return true;
        }
        return false;
    }

    boolean takeWord(String word) {
        if (peek().isWord(word)) {
            at++;
            return true;
        }
        return false;
    }

    void expect(String symbol) {
        if (!take(symbol)) {
            throw StaError.bad("Expected '" + symbol + "' before " + peek().text());
        }
    }

    boolean isAtEnd() {
        return peek().kind() == Kind.END;
    }

    private void cut(String text) {
        var position = 0;
        while (position < text.length()) {
            var c = text.charAt(position);
            if (Character.isWhitespace(c)) {
                position++;
            } else if (c == '\'') {
                position = quoted(text, position, "");
            } else if (Character.isDigit(c) || c == '-' && follows(text, position)) {
                position = number(text, position);
            } else if ("(),/[]".indexOf(c) >= 0) {
                tokens.add(new Token(Kind.SYMBOL, String.valueOf(c), ""));
                position++;
            } else {
                position = word(text, position);
            }
        }
    }

    private static boolean follows(String text, int position) {
        return position + 1 < text.length() && Character.isDigit(text.charAt(position + 1));
    }

    private int number(String text, int position) {
        for (var kind : List.of(Kind.TIME, Kind.DAY, Kind.DAY_TIME, Kind.NUMBER)) {
            var pattern = switch (kind) {
                case TIME -> TIME;
                case DAY -> DAY;
                case DAY_TIME -> DAY_TIME;
                default -> NUMBER;
            };
            var matcher = pattern.matcher(text).region(position, text.length());
            if (matcher.lookingAt()) {
                tokens.add(new Token(kind, matcher.group(), ""));
                return matcher.end();
            }
        }
        throw StaError.bad("Cannot read the number at " + position);
    }

    private int word(String text, int position) {
        var matcher = WORD.matcher(text).region(position, text.length());
        if (!matcher.lookingAt()) {
            throw StaError.bad("Unexpected character at " + position);
        }
        var word = matcher.group();
        if (matcher.end() < text.length() && text.charAt(matcher.end()) == '\'') {
            return quoted(text, matcher.end(), word);
        }
        tokens.add(new Token(Kind.WORD, word, ""));
        return matcher.end();
    }

    private int quoted(String text, int begin, String prefix) {
        var value = new StringBuilder();
        for (var position = begin + 1; position < text.length(); position++) {
            var c = text.charAt(position);
            if (c != '\'') {
                value.append(c);
            } else if (position + 1 < text.length() && text.charAt(position + 1) == '\'') {
                value.append(c);
                position++;
            } else {
                tokens.add(new Token(Kind.QUOTED, value.toString(), prefix));
                return position + 1;
            }
        }
        throw StaError.bad("A text is not closed by a quote");
    }
}
