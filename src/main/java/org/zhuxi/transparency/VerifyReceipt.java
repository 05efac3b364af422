package org.zhuxi.transparency;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Checks a receipt without server, database or any other file of this program: {@code java VerifyReceipt.java RECEIPT --key
 * VKEY [--checkpoint FILE]}. It is written apart from the code that makes receipts, so that one mistake cannot hide in
 * both. Ends with 0 when the receipt holds and with 1 when it does not.
 */
public final class VerifyReceipt {

    private static final int SALT = 16;
    private static final String ML_DSA_44 = "30820532300b06096086480165030403110382052100";

    /** The columns of a row by the first byte; "?" marks one that may be missing. The formats never change. */
    static final Map<Integer, String> LAYOUTS = Map.of(
            1,
            "seq:i64 id:uuid debit:i64 credit:i64 points:i64 rule:u16 kind:u8 day:date posted:time expires:date"
                    + " reverses:i64 debit-previous:i64 credit-previous:i64 request:hash",
            2,
            "community:i32 id:uuid debit:uuid credit:uuid points:i64 kind:u8 rule:i32? rule-version:i32? day:date"
                    + " posted:time expires:date? reverses:uuid? cause:uuid? fingerprint:i64 debit-previous:uuid?"
                    + " credit-previous:uuid? debit-balance:i64? credit-balance:i64? posted-by:uuid? note:text?",
            3,
            "community:i32 id:uuid kind:text place:text household:uuid? site:uuid? occurred:time day:date"
                    + " quantities:map grade:text? note:text? evidence:i32 recorded-by:uuid recorded:time waits:text?"
                    + " verified-by:text? content:hash supersedes:uuid? origin:text",
            4,
            "community:i32 activity:uuid id:uuid decision:text reason:text decided-by:uuid decided:time",
            5,
            "id:uuid day:date issued:i64 reversed:i64 redeemed:i64 expired:i64 adjusted:i64 outstanding:i64 owed:i64"
                    + " accounts:i64 made:time");

    private VerifyReceipt() {}

    /** What was found; the first that is wrong ends the check. */
    public enum Reason {
        SOUND,
        /** It has not the form of a receipt. */
        FORM,
        /** None of the keys given has signed it. */
        KEY,
        /** A signature is false. */
        SIGNATURE,
        /** The record is not in the tree that was signed. */
        PATH
    }

    /**
     * @param origin of the log, or empty when it could not be read
     * @param facts the columns of the record, in the order of its format; empty unless sound
     */
    public record Finding(
            Reason reason, String origin, long index, long size, String root, List<Fact> facts, List<String> signers) {

        public boolean isSound() {
            return reason == Reason.SOUND;
        }

        private static Finding bad(Reason reason) {
            return new Finding(reason, "", 0, 0, "", List.of(), List.of());
        }
    }

    /** A column of the record: its name and its value as text. */
    public record Fact(String name, String value) {}

    /** @param keys verifier keys of the log and of witnesses; one of the log must have signed */
    public static Finding check(String receipt, List<String> keys) {
        Parsed parsed;
        try {
            parsed = Parsed.of(receipt);
        } catch (RuntimeException e) {
            return Finding.bad(Reason.FORM);
        }
        try {
            if (!Arrays.equals(climb(parsed), parsed.root)) {
                return Finding.bad(Reason.PATH);
            }
            var signers = signers(parsed, keys);
            if (signers.isEmpty()) {
                return Finding.bad(Reason.KEY);
            }
            var root = Base64.getEncoder().encodeToString(parsed.root);
            return new Finding(
                    Reason.SOUND, parsed.origin, parsed.index, parsed.size, root, facts(parsed.extra), signers);
        } catch (SecurityException | GeneralSecurityException e) {
            return Finding.bad(Reason.SIGNATURE);
        } catch (RuntimeException e) {
            return Finding.bad(Reason.FORM);
        }
    }

    private record Line(String name, byte[] bytes) {}

    private record Parsed(
            byte[] extra,
            long index,
            List<byte[]> path,
            String text,
            String origin,
            long size,
            byte[] root,
            List<Line> lines) {

        private static Parsed of(String receipt) {
            var gap = receipt.indexOf("\n\n");
            var end = receipt.lastIndexOf("\n\n");
            var head = receipt.substring(0, gap).split("\n", -1);
            require(head[0].equals("c2sp.org/tlog-proof@v1")
                    && head[1].startsWith("extra ")
                    && head[2].startsWith("index "));
            var path = Arrays.stream(head).skip(3).map(VerifyReceipt::hash).toList();
            var text = receipt.substring(gap + 2, end + 1);
            var body = text.split("\n", -1);
            require(body.length == 4 && !body[0].isEmpty() && body[3].isEmpty() && receipt.endsWith("\n"));
            require(receipt.chars().noneMatch(c -> c < ' ' && c != '\n'));
            var lines = new ArrayList<Line>();
            for (var line : receipt.substring(end + 2, receipt.length() - 1).split("\n", -1)) {
                var parts = line.split(" ", -1);
                require(parts.length == 3 && parts[0].equals("—") && !parts[1].isEmpty());
                lines.add(new Line(parts[1], base64(parts[2])));
            }
            var extra = base64(head[1].substring("extra ".length()));
            require(extra.length > SALT);
            return new Parsed(
                    extra,
                    number(head[2].substring("index ".length())),
                    path,
                    text,
                    body[0],
                    number(body[1]),
                    hash(body[2]),
                    lines);
        }
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new IllegalArgumentException("Not a receipt");
        }
    }

    private static byte[] base64(String text) {
        var bytes = Base64.getDecoder().decode(text);
        require(Base64.getEncoder().encodeToString(bytes).equals(text));
        return bytes;
    }

    private static byte[] hash(String text) {
        var bytes = base64(text);
        require(bytes.length == 32);
        return bytes;
    }

    private static long number(String text) {
        require(text.matches("0|[1-9][0-9]{0,18}"));
        return Long.parseLong(text);
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            Arrays.stream(parts).forEach(sha256::update);
            return sha256.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From the leaf to the root (RFC 9162 §2.1.3.2). */
    private static byte[] climb(Parsed receipt) {
        require(receipt.index < receipt.size);
        var hash = sha256(new byte[] {0}, receipt.extra);
        var at = receipt.index;
        var last = receipt.size - 1;
        for (var sibling : receipt.path) {
            if (last == 0) {
                return new byte[0];
            }
            var isRight = (at & 1) == 1 || at == last;
            hash = isRight ? sha256(new byte[] {1}, sibling, hash) : sha256(new byte[] {1}, hash, sibling);
            while (isRight && (at & 1) == 0 && at != 0) {
                at >>= 1;
                last >>= 1;
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 ? hash : new byte[0];
    }

    /** Who signed, the log itself first; a false signature by a known key spoils everything. */
    private static List<String> signers(Parsed receipt, List<String> keys) throws GeneralSecurityException {
        var signers = new ArrayList<String>();
        var isByLog = false;
        for (var key : keys) {
            var parts = key.strip().split("\\+", 3);
            var typed = base64(parts[2]);
            var id = Arrays.copyOf(sha256((parts[0] + "\n").getBytes(StandardCharsets.UTF_8), typed), 4);
            require(HexFormat.of().formatHex(id).equals(parts[1]));
            for (var line : receipt.lines) {
                if (line.name.equals(parts[0]) && Arrays.equals(Arrays.copyOf(line.bytes, 4), id)) {
                    verify(receipt, typed, parts[0], Arrays.copyOfRange(line.bytes, 4, line.bytes.length));
                    isByLog |= typed[0] == 1 && parts[0].equals(receipt.origin);
                    signers.add(parts[0]);
                }
            }
        }
        return isByLog ? signers.stream().distinct().toList() : List.of();
    }

    private static void verify(Parsed receipt, byte[] typed, String name, byte[] signature)
            throws GeneralSecurityException {
        var raw = Arrays.copyOfRange(typed, 1, typed.length);
        var text = receipt.text.getBytes(StandardCharsets.UTF_8);
        var isSound = signature.length > Long.BYTES
                && switch (typed[0]) {
                    case 1 -> verifies("Ed25519", ed25519(raw), signature, 0, text);
                    case 4 -> {
                        var time = ByteBuffer.wrap(signature).getLong();
                        var header = ("cosignature/v1\ntime " + time + "\n").getBytes(StandardCharsets.UTF_8);
                        yield verifies("Ed25519", ed25519(raw), signature, Long.BYTES, header, text);
                    }
                    case 6 ->
                        verifies("ML-DSA-44", mlDsa(raw), signature, Long.BYTES, subtree(receipt, name, signature));
                    default -> true;
                };
        if (!isSound) {
            throw new SecurityException("A signature is false");
        }
    }

    /** What an ML-DSA-44 cosigner signs (c2sp.org/tlog-cosignature). */
    private static byte[] subtree(Parsed receipt, String name, byte[] signature) {
        var cosigner = name.getBytes(StandardCharsets.UTF_8);
        var origin = receipt.origin.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(70 + cosigner.length + origin.length)
                .put("subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII))
                .put((byte) cosigner.length)
                .put(cosigner)
                .put(signature, 0, Long.BYTES)
                .put((byte) origin.length)
                .put(origin)
                .putLong(0)
                .putLong(receipt.size)
                .put(receipt.root)
                .array();
    }

    private static boolean verifies(String algorithm, PublicKey key, byte[] signature, int from, byte[]... message)
            throws GeneralSecurityException {
        var check = Signature.getInstance(algorithm);
        check.initVerify(key);
        for (var part : message) {
            check.update(part);
        }
        return check.verify(signature, from, signature.length - from);
    }

    private static PublicKey ed25519(byte[] raw) throws GeneralSecurityException {
        var bytes = new byte[raw.length];
        for (var i = 0; i < raw.length; i++) {
            bytes[i] = raw[raw.length - 1 - i];
        }
        var isOdd = bytes[0] < 0;
        bytes[0] &= 0x7F;
        var point = new EdECPoint(isOdd, new BigInteger(1, bytes));
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
    }

    private static PublicKey mlDsa(byte[] raw) throws GeneralSecurityException {
        var prefix = HexFormat.of().parseHex(ML_DSA_44);
        var encoded = ByteBuffer.allocate(prefix.length + raw.length)
                .put(prefix)
                .put(raw)
                .array();
        return KeyFactory.getInstance("ML-DSA").generatePublic(new X509EncodedKeySpec(encoded));
    }

    /** The columns behind the salt; nothing when the format is not known here, for the proof holds all the same. */
    private static List<Fact> facts(byte[] extra) {
        var row = ByteBuffer.wrap(extra, SALT, extra.length - SALT);
        var layout = LAYOUTS.get(Byte.toUnsignedInt(row.get()));
        var facts = new ArrayList<Fact>();
        if (layout != null) {
            for (var column : layout.split(" ", -1)) {
                var name = column.substring(0, column.indexOf(':'));
                var type = column.substring(name.length() + 1);
                if (!type.endsWith("?")) {
                    facts.add(new Fact(name, value(type, row)));
                } else if (row.get() == 1) {
                    facts.add(new Fact(name, value(type.replace("?", ""), row)));
                }
            }
            require(!row.hasRemaining());
        }
        return facts;
    }

    private static String value(String type, ByteBuffer row) {
        return switch (type) {
            case "u8" -> String.valueOf(Byte.toUnsignedInt(row.get()));
            case "u16" -> String.valueOf(Short.toUnsignedInt(row.getShort()));
            case "i32" -> String.valueOf(row.getInt());
            case "i64" -> String.valueOf(row.getLong());
            case "uuid" -> new UUID(row.getLong(), row.getLong()).toString();
            case "date" -> LocalDate.ofEpochDay(row.getInt()).toString();
            case "time" -> time(row.getLong());
            case "text" -> new String(bytes(row.getInt(), row), StandardCharsets.UTF_8);
            case "hash" -> HexFormat.of().formatHex(bytes(32, row));
            case "map" -> map(row);
            default -> throw new IllegalArgumentException(type);
        };
    }

    private static String time(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L)
                .toString();
    }

    private static String map(ByteBuffer row) {
        var entries = new ArrayList<String>();
        for (var left = row.getInt(); left > 0; left--) {
            entries.add(value("text", row) + " " + value("text", row));
        }
        return String.join(", ", entries);
    }

    private static byte[] bytes(int length, ByteBuffer row) {
        require(length >= 0 && length <= row.remaining());
        var bytes = new byte[length];
        row.get(bytes);
        return bytes;
    }

    /** See the class; {@code --data DIR} looks for the key in the folder of a program on this machine. */
    public static void main(String[] arguments) throws IOException {
        System.exit(run(List.of(arguments), System.out));
    }

    static int run(List<String> arguments, java.io.PrintStream out) throws IOException {
        var file = arguments.stream().findFirst().filter(first -> !first.startsWith("--"));
        var keys = keys(arguments);
        if (file.isEmpty() || keys.isEmpty()) {
            out.println("verify RECEIPT --key VKEY [--key VKEY of a witness] [--checkpoint FILE]");
            out.println("The key of a log is printed on its page /log. 日志的公钥在它的 /log 页面上。");
            return 1;
        }
        var receipt = Files.readString(Path.of(file.get()));
        var finding = check(receipt, keys);
        explain(finding, out);
        var other = option(arguments, "--checkpoint");
        return finding.isSound() && (other.isEmpty() || agrees(finding, Files.readString(Path.of(other.get())), out))
                ? 0
                : 1;
    }

    private static List<String> keys(List<String> arguments) throws IOException {
        var keys = new ArrayList<String>();
        for (var i = 0; i < arguments.size() - 1; i++) {
            if (arguments.get(i).equals("--key")) {
                keys.add(arguments.get(i + 1));
            }
        }
        var own = Path.of(option(arguments, "--data").orElse("data"), "keys", "log.vkey");
        if (keys.isEmpty() && Files.exists(own)) {
            keys.add(Files.readString(own));
        }
        return keys;
    }

    private static Optional<String> option(List<String> arguments, String name) {
        var at = arguments.indexOf(name);
        return at < 0 || at + 1 >= arguments.size() ? Optional.empty() : Optional.of(arguments.get(at + 1));
    }

    private static void explain(Finding finding, java.io.PrintStream out) {
        out.println(
                switch (finding.reason) {
                    case SOUND ->
                        "The receipt holds. 凭据成立。\n  log " + finding.origin + "\n  record no. " + (finding.index + 1)
                                + " of " + finding.size + "\n  root " + finding.root + "\n  signed by "
                                + String.join(", ", finding.signers);
                    case FORM -> "This is no receipt, or it is damaged. 这不是凭据，或者已损坏。";
                    case KEY -> "It is not signed by the key given. 它不是由所给的公钥签名的。";
                    case SIGNATURE -> "A signature is false: somebody changed the receipt. 签名不对：凭据被改过。";
                    case PATH ->
                        "The record is not in the signed tree: it was changed, or never logged. 记录不在已签名的日志里：被改过，或从未入日志。";
                });
        finding.facts.forEach(fact -> out.println("  " + fact.name + ": " + fact.value));
        if (finding.isSound()) {
            out.println("It proves: exactly this was logged, and the log cannot drop or change it unseen.\n"
                    + "它证明：当时记下的就是这些内容，日志不能不露痕迹地删改它。\n"
                    + "It does not prove that what was recorded is true. 它不证明记录的事情本身属实。");
        }
    }

    /** Whether a checkpoint that came another way, from paper or a witness, names the same tree. */
    private static boolean agrees(Finding finding, String checkpoint, java.io.PrintStream out) {
        var lines = checkpoint.split("\n", -1);
        var isSame = lines.length > 2
                && lines[0].equals(finding.origin)
                && lines[1].equals(String.valueOf(finding.size))
                && lines[2].equals(finding.root);
        out.println(
                isSame
                        ? "The checkpoint names the same tree. 检查点是同一棵树。"
                        : "The checkpoint names another tree. If its size differs, ask the log for a receipt of that size."
                                + " 检查点是另一棵树；如果大小不同，请取一份同样大小的凭据。");
        return isSame;
    }
}
