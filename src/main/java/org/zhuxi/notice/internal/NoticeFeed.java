package org.zhuxi.notice.internal;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.zhuxi.notice.Notice;
import org.zhuxi.place.Community;

/**
 * A community's notices as a feed (Atom, RFC 4287).
 *
 * @param base where the program is reached, such as {@code https://zhuxi.example}
 */
record NoticeFeed(String base, Community community, String title, Locale locale) {

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    /** The feed as UTF-8. */
    byte[] write(List<Notice> notices) {
        var bytes = new ByteArrayOutputStream();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(NAMESPACE);
            var page = base + "/communities/" + community.code() + "/notices";
            element(xml, "id", page);
            element(xml, "title", title);
            element(xml, "updated", latest(notices).toString());
            link(xml, "self", page + ".atom");
            link(xml, "alternate", page);
            xml.writeStartElement("author");
            element(xml, "name", community.name().in(locale));
            xml.writeEndElement();
            for (var notice : notices) {
                entry(xml, notice, page + "/" + notice.id());
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A feed in memory can always be written", e);
        }
        return bytes.toByteArray();
    }

    private void entry(XMLStreamWriter xml, Notice notice, String address) throws XMLStreamException {
        var at = Objects.requireNonNull(notice.publishedAt()).toString();
        xml.writeStartElement("entry");
        element(xml, "id", "urn:uuid:" + notice.id());
        element(xml, "title", notice.title().in(locale));
        element(xml, "published", at);
        element(xml, "updated", at);
        link(xml, "alternate", address);
        element(xml, "content", notice.body().in(locale));
        xml.writeEndElement();
    }

    private static Instant latest(List<Notice> notices) {
        return notices.stream()
                .map(Notice::publishedAt)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    private static void link(XMLStreamWriter xml, String relation, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", address);
    }

    /** Characters that XML has no place for are left out. */
    private static void element(XMLStreamWriter xml, String name, String words) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(words.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]|[\\uFFFE\\uFFFF]", ""));
        xml.writeEndElement();
    }
}
