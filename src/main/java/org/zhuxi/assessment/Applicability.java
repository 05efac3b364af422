package org.zhuxi.assessment;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.zhuxi.kernel.Names;

/** Whether a criterion is asked of a community at all. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Applicability.Always.class, name = "ALWAYS"),
    @JsonSubTypes.Type(value = Applicability.When.class, name = "EXPRESSION"),
    @JsonSubTypes.Type(value = Applicability.CertifiedZero.class, name = "CERTIFIED_ZERO")
})
public sealed interface Applicability {

    /** Of every community. */
    record Always() implements Applicability {}

    /**
     * Of communities for which an expression is not zero.
     *
     * @param names the same in words
     */
    record When(String expression, Names names) implements Applicability {}

    /**
     * Of every community, unless somebody certifies with his name that there is nothing of the kind; an empty list is no
     * certificate.
     *
     * @param names what is certified
     */
    record CertifiedZero(Names names) implements Applicability {}
}
