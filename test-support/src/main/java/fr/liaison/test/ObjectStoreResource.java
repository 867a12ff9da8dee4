package fr.liaison.test;

import fr.liaison.platform.layout.Checkout;
import fr.liaison.platform.objectstore.ObjectStore;
import fr.liaison.platform.objectstore.S3Access;
import fr.liaison.platform.process.Child;
import fr.liaison.platform.process.Ports;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An S3 server with one empty bucket, started once per test JVM and stopped with it. */
public final class ObjectStoreResource implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    return TestServer.once("s3", ObjectStoreResource::run).configuration();
  }

  @Override
  public void stop() {} // lives as long as the JVM

  private static RunningServer run() {
    Path folder = ScratchFolder.fresh();
    S3Access access =
        new S3Access(Ports.findFree(), "liaison", UUID.randomUUID().toString(), "attachments");
    Child child =
        new Child(
            new ObjectStore(Checkout.find().objectStoreLibraries(), folder, access, List.of()),
            folder);
    ScratchFolder.deleteAtExit(folder, child);
    child.startOrFail();
    return new RunningServer(
        child,
        Map.of(
            "LIAISON_S3_ENDPOINT", access.endpoint(),
            "LIAISON_S3_ACCESS_KEY", access.accessKey(),
            "LIAISON_S3_SECRET_KEY", access.secretKey(),
            "LIAISON_S3_BUCKET", access.bucket(),
            "liaison.s3.endpoint", access.endpoint(),
            "liaison.s3.access-key", access.accessKey(),
            "liaison.s3.secret-key", access.secretKey(),
            "liaison.s3.bucket", access.bucket()));
  }
}
