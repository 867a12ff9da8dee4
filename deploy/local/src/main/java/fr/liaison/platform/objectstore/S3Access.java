package fr.liaison.platform.objectstore;

/** Where the object store is, who may use it, and the one bucket it holds. */
public record S3Access(int port, String accessKey, String secretKey, String bucket) {

  public String endpoint() {
    return "http://127.0.0.1:" + port;
  }

  @Override
  public String toString() {
    return "S3Access[" + bucket + "]";
  }
}
