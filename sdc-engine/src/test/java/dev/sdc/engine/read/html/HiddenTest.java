package dev.sdc.engine.read.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Reading;
import dev.sdc.engine.read.Reading.Note;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page holds and does not show is remarked on. */
class HiddenTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p style='display:none'>12 women</p>",
                "<p style='DISPLAY : NONE !important'>12 women</p>",
                "<div hidden><p>12</p></div>",
                "<div style='visibility: hidden'>12</div>",
                "<span style='opacity:0'>12</span>",
                "<span style='font-size:0px'>12</span>",
                "<span style='position:absolute; left:-9999px'>12</span>",
                "<span style='color:#fff'>12</span>",
                "<font color=white>12</font>",
                "<p style='background-color: rgb(8, 8, 8)'><b style='color:rgb(8,8,8)'>12</b></p>",
                "<span style='color: rgba(0,0,0,0)'>12</span>",
                "<input type=hidden value=12>",
                "<template><p>12</p></template>",
                "<style>.x, td.secret { color: red; display: none }</style><p class=secret>n</p><table><tr><td class=secret>12</td></table>",
                "<!-- <tr><td>12</td></tr> -->",
                "<!-- 12 14 19 -->",
            })
    void data_out_of_sight(String body) {
        assertThat(notes(body)).extracting(Note::kind).contains(Note.Kind.HIDDEN_DATA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<p hidden>see below</p>", "<!-- table 2 -->", "<div style='display:none'>Loading</div>"})
    void words_out_of_sight(String body) {
        assertThat(notes(body)).extracting(Note::kind).containsExactly(Note.Kind.HIDDEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>12 women</p>",
                "<p style='display:block'>12</p>",
                "<p style='background:black'><b style='color:white'>12</b></p>",
                "<table bgcolor=navy><tr><td><font color=white>12</font></td></tr></table>",
                "<span style='opacity:0.5'>12</span>",
                "<span style='margin-left:-10px'>12</span>",
                "<!-- html table generated in R 4.2.2 by xtable 1.8-4 package -->",
                "<!-- Tue Nov 24 10:12:01 2026 -->",
                "<!--[if lt IE 9]><script src='x'></script><![endif]-->",
                "<!-- notes -->",
                "<div hidden> </div>",
                "<style>@media print { p { display: none } } a:hover { display: none }</style><p>12</p>",
                "<style>/* p { display: none } */</style><p>12</p>",
            })
    void what_is_shown_or_says_nothing(String body) {
        assertThat(notes(body)).isEmpty();
    }

    private static List<Note> notes(String body) {
        return HtmlDocument.of(
                        new Reading.Text(List.of("<html><body>", body, "</body></html>"), List.of()), Limits.DEFAULT)
                .notes();
    }
}
