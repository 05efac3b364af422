package org.zhuxi.transparency;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A receipt over HTTP: 200 and the file once it is proven, 202 and what is promised while it waits for its place. */
public final class ReceiptResponse {

    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);
    private static final String RETRY_AFTER_SECONDS = "2";

    private ReceiptResponse() {}

    /** @param leaf the hash that will stand in the log */
    record Promise(String status, String record, String leaf) {}

    public static ResponseEntity<Object> of(Receipt receipt) {
        var proof = receipt.proof();
        if (proof == null) {
            return ResponseEntity.status(HttpStatus.ACCEPTED)
                    .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(new Promise("accepted", receipt.record().toString(), receipt.leaf()));
        }
        var name = ContentDisposition.attachment()
                .filename(receipt.record() + ".tlog-proof")
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .cacheControl(CacheControl.noStore())
                .contentType(TEXT)
                .body(proof);
    }
}
