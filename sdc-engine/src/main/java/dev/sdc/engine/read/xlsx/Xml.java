package dev.sdc.engine.read.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.util.MissingResourceException;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.ext.DefaultHandler2;
import org.xml.sax.helpers.DefaultHandler;

/** Reads the XML of a workbook's parts: no document type, no entities, nothing fetched. */
final class Xml {
    private Xml() {}

    /** What a part says beside the text of its elements: comments, which are for no program, and names. */
    static final class Asides extends DefaultHandler2 {
        private int characters;
        private boolean figures;
        private final TellingNames names = new TellingNames();

        int characters() {
            return characters;
        }

        boolean holdFigures() {
            return figures;
        }

        /** Whether a name or a setting tells how many people did what. */
        boolean tellACount() {
            return names.found();
        }

        @Override
        public void comment(char[] buffer, int offset, int length) {
            for (int i = offset; i < offset + length; i++) {
                characters += Character.isWhitespace(buffer[i]) ? 0 : 1;
                figures |= Character.isDigit(buffer[i]);
            }
        }
    }

    /** Hands all on to a handler, once the names were looked at. */
    private static final class Watched extends DefaultHandler {
        private final DefaultHandler handler;
        private final TellingNames names;

        Watched(DefaultHandler handler, TellingNames names) {
            this.handler = handler;
            this.names = names;
        }

        @Override
        public void startElement(String uri, String element, String qName, Attributes attributes) throws SAXException {
            names.start(element, attributes);
            handler.startElement(uri, element, qName, attributes);
        }

        @Override
        public void endElement(String uri, String element, String qName) throws SAXException {
            names.end();
            handler.endElement(uri, element, qName);
        }

        @Override
        public void characters(char[] buffer, int offset, int length) throws SAXException {
            names.characters(buffer, offset, length);
            handler.characters(buffer, offset, length);
        }

        @Override
        public void endDocument() throws SAXException {
            handler.endDocument();
        }
    }

    /** Sends the elements of a part to a handler, and closes the stream. */
    static Asides parse(InputStream part, DefaultHandler handler) throws IOException {
        Asides asides = new Asides();
        try (InputStream in = part) {
            SAXParser parser = parser();
            parser.setProperty("http://xml.org/sax/properties/lexical-handler", asides);
            parser.parse(in, new Watched(handler, asides.names));
            return asides;
        } catch (SAXException e) {
            if (e.getCause() instanceof UnreadableWorkbook known) {
                throw known;
            }
            throw malformed(e);
        } catch (MissingResourceException e) {
            throw malformed(e); // the parser has no words for some faults
        }
    }

    private static UnreadableWorkbook malformed(Exception cause) {
        return new UnreadableWorkbook(
                "A part of the workbook is no well-formed XML, or declares a document type. Save the workbook anew.",
                cause);
    }

    private static SAXParser parser() throws SAXException {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            return factory.newSAXParser();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e); // the JDK's own parser knows these features
        }
    }

    /** The value of an attribute by its local name, whatever its namespace; or a default. */
    static String attribute(Attributes attributes, String name, String otherwise) {
        for (int i = 0; i < attributes.getLength(); i++) {
            if (attributes.getLocalName(i).equals(name)) {
                return attributes.getValue(i);
            }
        }
        return otherwise;
    }

    static boolean flag(Attributes attributes, String name) {
        String value = attribute(attributes, name, "0").strip();
        return value.equals("1") || value.equals("true");
    }

    /** A whole number, or a default where the attribute is missing or no number. */
    static int number(Attributes attributes, String name, int otherwise) {
        String value = attribute(attributes, name, "").strip();
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
