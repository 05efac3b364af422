package org.zhuxi.request.internal;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers of Open311 in both its formats: JSON is the XML without the outer wrapper, lists become arrays, and what is empty is null.
 * XML is written, never read, so that nothing a sender puts into it is ever resolved.
 */
final class Open311Body {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final XMLOutputFactory XML = XMLOutputFactory.newFactory();
    private static final MediaType AS_JSON = new MediaType("application", "json", StandardCharsets.UTF_8);
    private static final MediaType AS_XML = new MediaType("text", "xml", StandardCharsets.UTF_8);

    private Open311Body() {}

    /** A list of objects. @param outer such as {@code service_requests} @param inner such as {@code request} */
    static ResponseEntity<String> list(
            String format,
            int status,
            String outer,
            String inner,
            List<? extends Map<String, @Nullable Object>> items) {
        return format.equals("json")
                ? json(status, items, AS_JSON)
                : xml(
                        status,
                        writer -> {
                            writer.writeStartElement(outer);
                            for (var item : items) {
                                element(writer, inner, item);
                            }
                            writer.writeEndElement();
                        },
                        AS_XML);
    }

    /** One object. */
    static ResponseEntity<String> one(String format, String outer, Map<String, @Nullable Object> item) {
        return format.equals("json")
                ? json(200, item, AS_JSON)
                : xml(200, writer -> element(writer, outer, item), AS_XML);
    }

    private static ResponseEntity<String> json(int status, Object body, MediaType type) {
        return ResponseEntity.status(status).contentType(type).body(JSON.writeValueAsString(body));
    }

    private static ResponseEntity<String> xml(int status, Writing writing, MediaType type) {
        try {
            var text = new StringWriter();
            var writer = XML.createXMLStreamWriter(text);
            writer.writeStartDocument("utf-8", "1.0");
            writing.write(writer);
            writer.writeEndDocument();
            writer.close();
            return ResponseEntity.status(status).contentType(type).body(text.toString());
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Nothing is wrong with this XML", e);
        }
    }

    private static void element(XMLStreamWriter writer, String name, @Nullable Object value) throws XMLStreamException {
        writer.writeStartElement(name);
        if (value instanceof Map<?, ?> parts) {
            for (var part : parts.entrySet()) {
                element(writer, String.valueOf(part.getKey()), part.getValue());
            }
        } else if (value instanceof List<?> items) {
            for (var item : items) {
                element(writer, name.substring(0, name.length() - 1), item);
            }
        } else if (value != null) {
            writer.writeCharacters(clean(value.toString()));
        }
        writer.writeEndElement();
    }

    /** Without the characters that no XML may hold. */
    private static String clean(String text) {
        return text.replaceAll("[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "");
    }

    @FunctionalInterface
    private interface Writing {

        void write(XMLStreamWriter writer) throws XMLStreamException;
    }
}
