package fr.liaison.contracts.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import org.junit.jupiter.api.Test;

class BytesTest {
  @Test
  void bytesTravelAsBase64UrlWithoutPadding() throws Exception {
    Bytes bytes = Bytes.of(new byte[] {(byte) 0xfb, (byte) 0xff, 0, 1});

    String json = ContractJson.mapper().writeValueAsString(bytes);

    assertThat(json).isEqualTo("\"-_8AAQ\"");
    assertThat(ContractJson.mapper().readValue(json, Bytes.class)).isEqualTo(bytes);
  }

  @Test
  void anythingElseThanBase64UrlIsRefused() {
    assertThatThrownBy(() -> ContractJson.mapper().readValue("\"+/+/\"", Bytes.class))
        .isInstanceOf(ValueInstantiationException.class);
  }

  @Test
  void theArrayInsideCannotBeChangedFromOutside() {
    byte[] source = {1, 2, 3};
    Bytes bytes = Bytes.of(source);

    source[0] = 9;
    bytes.toArray()[1] = 9;

    assertThat(bytes).isEqualTo(Bytes.of(new byte[] {1, 2, 3}));
    assertThat(bytes).hasToString("Bytes[3]");
  }
}
