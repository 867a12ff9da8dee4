package fr.liaison.kit.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {
  @Test
  void aWellFormedTraceIsContinuedUnderANewSpan() {
    TraceParent trace =
        TraceParent.continued("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

    assertThat(trace.traceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    assertThat(trace.spanId()).isNotEqualTo("b7ad6b7169203331");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"", "00-short", "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01"})
  void anythingElseBeginsANewTrace(String header) {
    assertThat(TraceParent.continued(header).header()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
  }
}
