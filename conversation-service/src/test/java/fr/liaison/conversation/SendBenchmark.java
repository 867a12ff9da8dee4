package fr.liaison.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * A closed loop of durable sends: 32 outstanding, 20 groups of 10 devices, 1 KiB. Client, service
 * and relay share this JVM, so the figure is a floor. Not part of the gate; run it with {@code
 * ./mvnw -pl conversation-service test -Dtest=SendBenchmark -Dliaison.benchmark.seconds=20}.
 */
@QuarkusTest
class SendBenchmark extends ServiceScene {
  private static final int OUTSTANDING = Integer.getInteger("liaison.benchmark.outstanding", 32);
  private static final int GROUPS = 20;
  private static final int SIZE = 1024;
  private static final int STATEMENTS_PER_BATCH = 6; // begin, lock, look, append, outbox, commit
  private static final int STATEMENTS_PER_SEND = 1; // the device, in its own read

  @Inject MeterRegistry metrics;

  private record Sender(UUID conversation, UUID device, String token) {}

  @Test
  void measure() throws Exception {
    List<Sender> senders = new ArrayList<>();
    for (int group = 0; group < GROUPS; group++) {
      Device[] devices = new Device[10];
      Arrays.setAll(devices, i -> enrol());
      UUID id = group(devices[0], Arrays.copyOfRange(devices, 1, 10));
      for (Device device : devices) {
        senders.add(new Sender(id, device.id(), device.token()));
      }
    }
    int seconds = Integer.getInteger("liaison.benchmark.seconds", 20);
    run(senders, Duration.ofSeconds(Math.max(3, seconds / 2)));
    System.out.println(run(senders, Duration.ofSeconds(seconds)));
  }

  private String run(List<Sender> senders, Duration time) throws Exception {
    AtomicBoolean running = new AtomicBoolean(true);
    AtomicLong turn = new AtomicLong();
    List<List<Long>> latencies = new ArrayList<>();
    var batches = metrics.get("liaison.message.batch").summary();
    long batchesBefore = batches.count();
    long cpuBefore = cpuNanos();
    long start = System.nanoTime();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < OUTSTANDING; i++) {
        List<Long> own = new ArrayList<>();
        latencies.add(own);
        MlsBytes bytes = new MlsBytes(start + i);
        threads.submit(
            () -> {
              while (running.get()) {
                Sender sender = senders.get((int) (turn.getAndIncrement() % senders.size()));
                HttpRequest request = request(sender, bytes);
                long sent = System.nanoTime();
                int status = HTTP.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
                own.add(System.nanoTime() - sent);
                assertThat(status).isEqualTo(201);
              }
              return null;
            });
      }
      Thread.sleep(time);
      running.set(false);
    }
    double elapsed = (System.nanoTime() - start) / 1e9;
    long[] sorted = latencies.stream().flatMap(List::stream).mapToLong(n -> n).sorted().toArray();
    long committed = batches.count() - batchesBefore;
    return "sends/s %.0f  p50 %.1f ms  p99 %.1f ms  sends %d  per batch %.1f  statements/send %.2f  CPU-ms/send %.2f"
        .formatted(
            sorted.length / elapsed,
            sorted[sorted.length / 2] / 1e6,
            sorted[(int) (sorted.length * 0.99)] / 1e6,
            sorted.length,
            (double) sorted.length / committed,
            (double) committed * STATEMENTS_PER_BATCH / sorted.length + STATEMENTS_PER_SEND,
            (cpuNanos() - cpuBefore) / 1e6 / sorted.length);
  }

  private HttpRequest request(Sender sender, MlsBytes bytes) {
    String body =
        "{\"message\":\""
            + base64(bytes.message(sender.conversation(), 1, SIZE))
            + "\",\"priority\":\"routine\",\"attachments\":[]}";
    return HttpRequest.newBuilder(service.resolve(messages(sender.conversation())))
        .header("Authorization", "Bearer " + sender.token())
        .header("Liaison-Device", sender.device().toString())
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private static long cpuNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
