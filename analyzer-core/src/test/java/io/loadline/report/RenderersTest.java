package io.loadline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class RenderersTest {

    @Test
    void everyKnownFormatHasItsRenderer() {
        assertThat(Renderers.formats())
                .isNotEmpty()
                .allSatisfy(format -> assertThat(
                                Renderers.byFormat(format, RenderOptions.PLAIN).format())
                        .isEqualTo(format));
    }

    @Test
    void anUnknownFormatNamesTheKnownOnes() {
        assertThatThrownBy(() -> Renderers.byFormat("pdf", RenderOptions.PLAIN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'pdf'")
                .hasMessageContaining("terminal, json");
    }

    @Test
    void everyFormatShowsTheSameReportTheSameWay() throws IOException {
        for (String format : Renderers.formats()) {
            Renderer renderer = Renderers.byFormat(format, RenderOptions.PLAIN);
            assertThat(Golden.text(renderer, SampleReport.shop()))
                    .as(format)
                    .isEqualTo(Golden.text(renderer, SampleReport.shop()))
                    .doesNotContain("\r");
        }
    }

    @Test
    void everyFormatShowsAnEmptyReport() throws IOException {
        for (String format : Renderers.formats()) {
            assertThat(Golden.text(Renderers.byFormat(format, RenderOptions.PLAIN), SampleReport.empty()))
                    .as(format)
                    .isNotEmpty();
        }
    }
}
