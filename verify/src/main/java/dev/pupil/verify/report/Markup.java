package dev.pupil.verify.report;

import java.io.StringWriter;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML, or HTML in the form that is XML as well: well-formed whatever the texts in it are. */
final class Markup {
    private static final int FIRST_PRINTABLE = 0x20;
    private static final int LAST_OF_PLANE_0 = 0xFFFD;
    private static final int REPLACEMENT = 0xFFFD;

    private final StringWriter written = new StringWriter();
    private final XMLStreamWriter writer;

    private Markup() throws XMLStreamException {
        writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(written);
    }

    /**
     * The text of a document.
     *
     * @param prologue what comes before the root element
     * @param content writes the root element
     */
    static String document(String prologue, Consumer<Markup> content) {
        try {
            Markup markup = new Markup();
            content.accept(markup);
            markup.writer.flush();
            return prologue + '\n' + markup.written;
        } catch (XMLStreamException e) {
            throw unexpected(e);
        }
    }

    /** An element that a line ends behind. */
    void block(String name, Map<String, String> attributes, Consumer<Markup> content) {
        element(name, attributes, content);
        text("\n");
    }

    /** An element that a line ends behind, which holds text. */
    void block(String name, Map<String, String> attributes, String content) {
        block(name, attributes, inside -> inside.text(content));
    }

    /** An element. */
    void element(String name, Map<String, String> attributes, Consumer<Markup> content) {
        write(() -> {
            writer.writeStartElement(name);
            writeAttributes(attributes);
        });
        content.accept(this);
        write(writer::writeEndElement);
    }

    /** An element that holds text. */
    void element(String name, Map<String, String> attributes, String content) {
        element(name, attributes, inside -> inside.text(content));
    }

    /** An element that can't hold anything. */
    void empty(String name, Map<String, String> attributes) {
        write(() -> {
            writer.writeEmptyElement(name);
            writeAttributes(attributes);
        });
    }

    /** Any text; characters that XML doesn't have, or that turn text around, are replaced. */
    void text(String text) {
        write(() -> writer.writeCharacters(legal(text)));
    }

    private void writeAttributes(Map<String, String> attributes) throws XMLStreamException {
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            writer.writeAttribute(attribute.getKey(), legal(attribute.getValue()));
        }
    }

    private static String legal(String text) {
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints()
                .map(character -> isLegal(character) && !turnsAround(character) ? character : REPLACEMENT)
                .forEach(result::appendCodePoint);
        return result.toString();
    }

    /** Production 2, {@code Char}, of XML 1.0. */
    private static boolean isLegal(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || (character >= FIRST_PRINTABLE && character < Character.MIN_SURROGATE)
                || (character > Character.MAX_SURROGATE && character <= LAST_OF_PLANE_0)
                || character >= Character.MIN_SUPPLEMENTARY_CODE_POINT;
    }

    /** Whether what follows would be shown from right to left, and not for the letters that it has. */
    private static boolean turnsAround(int character) {
        return switch (Character.getDirectionality(character)) {
            case Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING,
                    Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE,
                    Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE,
                    Character.DIRECTIONALITY_FIRST_STRONG_ISOLATE -> true;
            default -> false;
        };
    }

    private static void write(Step step) {
        try {
            step.run();
        } catch (XMLStreamException e) {
            throw unexpected(e);
        }
    }

    private static AssertionError unexpected(XMLStreamException exception) {
        return new AssertionError("elements that are nested can be written to a string", exception);
    }

    @FunctionalInterface
    private interface Step {
        void run() throws XMLStreamException;
    }
}
