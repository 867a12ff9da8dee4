package fr.liaison.client.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeviceKeyTest {
  @Test
  void aRestoredKeySignsAsBefore() {
    DeviceKey key = DeviceKey.generate();
    DeviceKey restored = DeviceKey.restore(key.publicKey(), key.seed());

    assertThat(restored.sign(new byte[] {1})).isEqualTo(key.sign(new byte[] {1}));
    assertThat(key.publicKey().length()).isEqualTo(32);
    assertThat(key).hasToString("DeviceKey");
  }
}
