package fr.liaison.attachment;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The service as the tests run it: small slices, short leases, no Kafka. */
public class AttachmentService implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.ofEntries(
        Map.entry("quarkus.http.test-port", "0"),
        Map.entry("kafka.bootstrap.servers", "127.0.0.1:1"),
        Map.entry("liaison.consumer.enabled", "false"),
        Map.entry("liaison.outbox.relay", "false"),
        Map.entry("liaison.devices.cache", "0s"),
        Map.entry("liaison.s3.silence", "5s"),
        Map.entry("liaison.attachment.upload.slice-size", "1M"),
        Map.entry("liaison.attachment.upload.merge-below", "64K"),
        Map.entry("liaison.attachment.upload.max-size", "1G"),
        Map.entry("liaison.attachment.upload.bytes-per-device", "1G"),
        Map.entry("liaison.attachment.upload.open-per-device", "3"),
        Map.entry("liaison.attachment.upload.lease", "5s"),
        Map.entry("liaison.attachment.sweep.every", "1h"),
        Map.entry("liaison.attachment.sweep.pending-age", "1h"));
  }
}
