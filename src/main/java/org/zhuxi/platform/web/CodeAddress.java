package org.zhuxi.platform.web;

import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * An address whose code stands behind the #, as {@code /q#4F2KM81Q0}: browsers send that part nowhere. The page at the path asks
 * for the code; {@code code.js} takes it from the address and sends it in a form, as does whoever types it.
 *
 * @param path where the page asks that is answered by this one
 * @param code what opens it: letters, digits and dashes; of anything else nothing is kept
 */
public record CodeAddress(String path, String code) {

    /** In which programs send a code that opens something. */
    public static final String HEADER = "Zhuxi-Code";

    /** Of a page that answers a form: its address from now on. */
    public static final String ATTRIBUTE = "codeAddress";

    private static final Pattern PLAIN = Pattern.compile("[\\w-]{0,200}");

    public CodeAddress {
        code = PLAIN.matcher(code).matches() ? code : "";
    }

    /** The page that asks for a code and sends it to its own path. @param words begins the keys of its messages */
    public static ModelAndView ask(String path, String words) {
        return new ModelAndView("platform/code")
                .addObject("path", path)
                .addObject("words", words)
                .addObject("unknown", false);
    }

    /** The page that asks again, because nothing has this code. */
    public static ModelAndView unknown(String path, String words) {
        var again = ask(path, words).addObject("unknown", true);
        again.setStatus(HttpStatus.NOT_FOUND);
        return again;
    }

    /** A page that answers a form has this address from now on: it can be reloaded, kept and read in the other language. */
    public ModelAndView of(ModelAndView page) {
        return page.addObject(ATTRIBUTE, this);
    }

    /** As a camera opens it. */
    public String absolute() {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path(path)
                .fragment(code)
                .toUriString();
    }

    static CodeAddress in(ModelAndView page, String path) {
        return page.getModel().get(ATTRIBUTE) instanceof CodeAddress address ? address : new CodeAddress(path, "");
    }

    @Override
    public String toString() {
        return code.isEmpty() ? path : path + "#" + code;
    }
}
