package fr.liaison.platform.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.function.IntPredicate;

/** Ready once an address answers with an expected status. */
public final class HttpProbe implements Probe {
  private static final int TIMEOUT_MILLIS = 5_000;

  private final URI address;
  private final IntPredicate expected;

  public HttpProbe(URI address, IntPredicate expected) {
    this.address = address;
    this.expected = expected;
  }

  public static HttpProbe ok(String address) {
    return new HttpProbe(URI.create(address), status -> status == 200);
  }

  @Override
  public boolean ready() throws IOException {
    HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setConnectTimeout(TIMEOUT_MILLIS);
    connection.setReadTimeout(TIMEOUT_MILLIS);
    connection.setInstanceFollowRedirects(false);
    try {
      return expected.test(connection.getResponseCode());
    } finally {
      connection.disconnect();
    }
  }
}
