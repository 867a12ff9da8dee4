package fr.liaison.test;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * The RSA key of this JVM's tokens. Kept in a system property, because every Quarkus application
 * loads this class anew.
 */
final class TestKeys {
  static final String KEY_ID = "test";
  private static final Object ONE_PER_JVM = ManagementFactory.getPlatformMBeanServer();
  private static final String KEY_PROPERTY = "liaison.test.signing-key";
  private static final String ADDRESS_PROPERTY = "liaison.test.jwks";
  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  private final RSAPrivateCrtKey key;

  private TestKeys(RSAPrivateCrtKey key) {
    this.key = key;
  }

  static TestKeys ofThisJvm() {
    synchronized (ONE_PER_JVM) {
      try {
        String encoded = System.getProperty(KEY_PROPERTY);
        if (encoded == null) {
          KeyPair fresh = fresh();
          encoded = Base64.getEncoder().encodeToString(fresh.getPrivate().getEncoded());
          System.setProperty(KEY_PROPERTY, encoded);
        }
        PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded));
        return new TestKeys((RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(spec));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** A key no service was told of. */
  static TestKeys foreign() {
    try {
      return new TestKeys((RSAPrivateCrtKey) fresh().getPrivate());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The RS256 signature of a token's first two parts. */
  String sign(String input) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(input.getBytes(StandardCharsets.US_ASCII));
      return BASE64URL.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Starts the key endpoint once per JVM; answers its address. */
  String serve() {
    synchronized (ONE_PER_JVM) {
      String address = System.getProperty(ADDRESS_PROPERTY);
      if (address == null) {
        address = startServer();
        System.setProperty(ADDRESS_PROPERTY, address);
      }
      return address;
    }
  }

  private String startServer() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      byte[] keys = jwks().getBytes(StandardCharsets.US_ASCII);
      server.createContext(
          "/certs",
          exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
          });
      server.start();
      return "http://127.0.0.1:" + server.getAddress().getPort() + "/certs";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String jwks() {
    return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\""
        + KEY_ID
        + "\",\"n\":\""
        + unsigned(key.getModulus())
        + "\",\"e\":\""
        + unsigned(key.getPublicExponent())
        + "\"}]}";
  }

  private static String unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    return BASE64URL.encodeToString(
        bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
  }

  private static KeyPair fresh() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return generator.generateKeyPair();
  }
}
