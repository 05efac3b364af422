package org.zhuxi.notice;

/**
 * A group chat's robot as somebody registers it.
 *
 * @param address that the chat gave out; https, on the internet
 * @param secret to sign with, or empty
 */
public record NewWebhook(String place, Webhook.Kind kind, String label, String address, String secret) {

    public static final int LABEL = 60;
    public static final int ADDRESS = 500;
    public static final int SECRET = 200;

    public NewWebhook {
        label = label.strip();
        address = address.strip();
        secret = secret.strip();
    }

    void check() {
        length("label", label, 1, LABEL);
        length("address", address, 1, ADDRESS);
        length("secret", secret, 0, SECRET);
    }

    private static void length(String field, String words, int least, int most) {
        if (words.length() < least || words.length() > most || words.indexOf('\0') >= 0) {
            throw new NoticeRefused.Length(field, least, most);
        }
    }

    /** Never with its address or secret. */
    @Override
    public String toString() {
        return "NewWebhook[" + kind + "]";
    }
}
