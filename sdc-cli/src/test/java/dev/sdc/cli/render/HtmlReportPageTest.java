package dev.sdc.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.cli.browser.Browser;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a browser: needs nothing, complains of nothing, and works by keyboard and on narrow screens. */
class HtmlReportPageTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        Assumptions.assumeTrue(
                Browser.program().isPresent(), "no chromium on the PATH: the page is not tested in a browser");
        browser = Browser.start(Browser.program().orElseThrow(), Files.createDirectory(folder.resolve("profile")));
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void needsNothingAndComplainsOfNothing() throws Exception {
        open(HtmlReport.of(Sample.rendering(Sample.mixed())), 1280);

        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests()).isEmpty();
        assertThat(browser.evaluate("document.title")).startsWith("FAIL:");
    }

    @Test
    void theBrowserWouldNotRunWhatTheReportDidNotBring() throws Exception {
        String page = HtmlReport.of(Sample.rendering(Sample.mixed()))
                .replace("</main>", "<script>document.title = 'owned'</script><img src='http://127.0.0.1:9/x'></main>");

        open(page, 1280);

        assertThat(browser.evaluate("document.title")).startsWith("FAIL:");
        assertThat(browser.complaints()).anyMatch(text -> text.contains("Content Security Policy"));
    }

    @Test
    void theFilterWorksByKeyboard() throws Exception {
        open(HtmlReport.of(Sample.rendering(Sample.mixed())), 1280);
        assertThat(visible("REVIEW")).isEqualTo("3");

        // by tabs from the top: the skip link first
        browser.press("Tab");
        assertThat(browser.evaluate("document.activeElement.className")).isEqualTo("skip");
        for (int i = 0; i < 20 && !focused().equals("REVIEW"); i++) {
            browser.press("Tab");
        }
        assertThat(focused()).isEqualTo("REVIEW");
        assertThat(browser.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                .isEqualTo("solid");
        browser.press(" ");

        assertThat(visible("REVIEW")).isEqualTo("0");
        assertThat(visible("FAIL")).isEqualTo("1");
        assertThat(browser.evaluate("document.activeElement.getAttribute('aria-pressed')"))
                .isEqualTo("false");
        assertThat(browser.evaluate("document.getElementById('said').textContent"))
                .isEqualTo("1 places shown");
        browser.press("Enter");
        assertThat(visible("REVIEW")).isEqualTo("3");
    }

    @Test
    void keysLeadFromFindingToCellAndBack() throws Exception {
        open(HtmlReport.of(Sample.rendering(Sample.mixed())), 1280);

        browser.press("j");
        assertThat(browser.evaluate("document.activeElement.id")).isEqualTo("f1");
        browser.press("j");
        browser.press("j");
        browser.press("j");
        assertThat(browser.evaluate("document.activeElement.querySelector('h4 a').textContent"))
                .isEqualTo("C5");
        String finding = browser.evaluate("document.activeElement.id");
        browser.press("t");
        assertThat(browser.evaluate("document.activeElement.closest('td').textContent.trim()"))
                .endsWith("7");
        browser.press("t");
        assertThat(browser.evaluate("document.activeElement.id")).isEqualTo(finding);
        browser.press("k");
        assertThat(browser.evaluate("document.activeElement.querySelector('h4 a').textContent"))
                .isEqualTo("B5");
    }

    /** The key t leads from the finding on a count of 7 to its cell in the drawn table. */
    @Test
    void tablesOfTextsPagesAndJsonAreDrawnWithWhatIsFlagged() throws Exception {
        open(HtmlReport.of(Sample.rendering(Sample.texts())), 1280);

        assertThat(browser.evaluate("document.querySelectorAll('table.grid td.flagged.FAIL').length.toString()"))
                .isEqualTo("4");
        int reached = 0;
        for (int i = 0; i < 30; i++) {
            browser.press("j");
            if (browser.evaluate("document.activeElement.matches('.finding.FAIL')")
                    .equals("true")) {
                browser.press("t");
                assertThat(browser.evaluate("document.activeElement.closest('td').textContent.trim()"))
                        .endsWith("7");
                reached++;
                browser.press("t");
            }
            if (reached == 4) {
                break;
            }
        }
        assertThat(reached).isEqualTo(4);
    }

    @Test
    void thePageItselfNeverScrollsSideways() throws Exception {
        for (String page : new String[] {
            HtmlReport.of(Sample.rendering(Sample.mixed())),
            HtmlReport.of(Sample.rendering(Sample.large(4000))),
            HtmlReport.of(Sample.rendering(Sample.proven(40)))
        }) {
            for (int width : new int[] {1280, 640, 320}) { // 640 is a window of 1280 at 200 %
                open(page, width);
                assertThat(browser.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .as("at %d", width)
                        .isEqualTo("true");
            }
        }
    }

    private static void open(String page, int width) throws Exception {
        Path file = folder.resolve("page.html");
        Files.writeString(file, page);
        browser.resize(width, 900);
        browser.open(URI.create(file.toUri().toString()));
    }

    private static String focused() throws Exception {
        return browser.evaluate("document.activeElement.dataset.filter || ''");
    }

    private static String visible(String level) throws Exception {
        return browser.evaluate("document.querySelectorAll('.finding." + level + ":not([hidden])').length.toString()");
    }
}
