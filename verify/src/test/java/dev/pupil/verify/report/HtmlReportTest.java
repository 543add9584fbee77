package dev.pupil.verify.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

final class HtmlReportTest {
    @Test
    void theFirstTableHasARowForEachFileAndAColumnForEachObligation() throws Exception {
        Document page = page(ImmutableList.of(SampleReports.HOLDING, SampleReports.BROKEN));

        Element table = elements(page.getDocumentElement(), "table").getFirst();
        assertThat(elements(table, "tr"))
                .extracting(row -> row.getTextContent().strip())
                .containsExactly(
                        "weight fileV1V2V6V9",
                        "models/last.safetensorsholdsholds",
                        "broken.pupilholdsrefutedrefutedundecided");
    }

    @Test
    void aFileThatCannotBeVerifiedIsCountedAndSaysWhy() throws Exception {
        Element page = page(ImmutableList.of(SampleReports.HOLDING, SampleReports.FAILED))
                .getDocumentElement();

        assertThat(page.getTextContent())
                .contains("Not verified. Every obligation holds for 1 of 2 weight files.")
                .contains("typo.pupilcan't be verified");
        assertThat(elements(page, "pre").getFirst().getTextContent()).contains("there is no 'sen'");
    }

    @Test
    void everyLinkLeadsSomewhere() throws Exception {
        Element page = page(SampleReports.ALL).getDocumentElement();

        List<String> anchors = elements(page, "*").stream()
                .map(element -> "#" + element.getAttribute("id"))
                .toList();
        assertThat(elements(page, "a"))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(anchors).contains(link.getAttribute("href")));
    }

    @Test
    void identifiersAreUnique() throws Exception {
        assertThat(elements(page(SampleReports.ALL).getDocumentElement(), "*").stream()
                        .map(element -> element.getAttribute("id"))
                        .filter(id -> !id.isEmpty()))
                .doesNotHaveDuplicates();
    }

    @Test
    void pixelsAreDrawnWithTheImagesBorder() throws Exception {
        Element drawing = elements(page(ImmutableList.of(SampleReports.BROKEN)).getDocumentElement(), "svg")
                .getFirst();

        assertThat(withClass(drawing, "outside")).hasSize(5);
        assertThat(withClass(drawing, "border")).hasSize(4);
        assertThat(withClass(drawing, "middle")).hasSize(1);
        assertThat(elements(drawing, "text"))
                .extracting(Element::getTextContent)
                .containsSubsequence("outside", "lane +1", "memory = 1", "lane -1", "lane +2");
    }

    @Test
    void dataAreATableWithWhoSaysWhat() throws Exception {
        Element page = page(ImmutableList.of(SampleReports.BROKEN)).getDocumentElement();

        assertThat(elements(withClass(page, "data").getFirst(), "tr"))
                .extracting(Element::getTextContent)
                .containsExactly("01label", "example 1011", "example 2110", "query10?");
        assertThat(page.getTextContent()).contains("reference: 1; automaton: no answer after 12 steps");
    }

    @Test
    void theSourceIsMarkedAndUnitsAreNamed() throws Exception {
        Element page = page(ImmutableList.of(SampleReports.BROKEN)).getDocumentElement();

        assertThat(elements(page, "mark")).extracting(Element::getTextContent).containsExactly("seen = v.label;");
        assertThat(withClass(page, "units").getFirst().getTextContent())
                .isEqualTo("Hidden units to blame: memory keeps, memory takes");
    }

    @Test
    void whatIsRememberedSaysSo() throws Exception {
        assertThat(page(ImmutableList.of(SampleReports.HOLDING))
                        .getDocumentElement()
                        .getTextContent())
                .contains("remembered; it took 2.3 s")
                .contains("Verified. Every obligation holds for 1 of 1 weight file.");
    }

    @Test
    void nothingIsLoadedFromElsewhereAndNoScriptRuns() throws Exception {
        String text = HtmlReport.text(ImmutableList.of(SampleReports.HOLDING, SampleReports.BROKEN));

        assertThat(text).startsWith("<!DOCTYPE html>").doesNotContain("<script", "http:", "https:", "src=", "url(");
    }

    @Test
    void anyTextIsShownAsItIs() throws Exception {
        Element page = page(ImmutableList.of(SampleReports.HOSTILE)).getDocumentElement();

        assertThat(elements(page, "h2").getFirst().getTextContent())
                .isEqualTo("<b>&amp;\"'</script>-->]]> \uFFFD\uFFFD[31m\uFFFD\uFFFD \uD83E\uDDD1 ÄÖ");
        assertThat(elements(page, "b")).isEmpty();
    }

    /** The page is XML as well. */
    private static Document page(List<Report> reports) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(HtmlReport.text(reports))));
    }

    private static List<Element> withClass(Element root, String name) {
        return elements(root, "*").stream()
                .filter(element -> element.getAttribute("class").equals(name))
                .toList();
    }

    private static List<Element> elements(Element root, String name) {
        NodeList found = root.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
