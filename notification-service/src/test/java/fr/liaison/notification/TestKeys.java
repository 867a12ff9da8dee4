package fr.liaison.notification;

import com.interaso.webpush.VapidKeys;
import fr.liaison.contracts.json.Bytes;

/** Key material of the right form. */
public final class TestKeys {
  private TestKeys() {}

  public static Bytes point() {
    return Bytes.of(VapidKeys.generate().getApplicationServerKey());
  }

  public static Bytes secret() {
    return Bytes.of(new byte[16]);
  }
}
