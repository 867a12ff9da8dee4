package fr.liaison.test;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * A server started once in this JVM, which a test may kill and start again. Registered with the
 * JVM's management server because Quarkus gives each application a class loader of its own, and a
 * static field would be one per loader.
 */
public final class TestServer {
  private static final MBeanServer REGISTRY = ManagementFactory.getPlatformMBeanServer();

  private final ObjectName name;

  private TestServer(ObjectName name) {
    this.name = name;
  }

  /** The PostgreSQL of {@link PostgresResource}, which must have been started. */
  public static TestServer postgres() {
    return new TestServer(objectName("postgresql"));
  }

  /** The broker of {@link KafkaResource}, which must have been started. */
  public static TestServer kafka() {
    return new TestServer(objectName("kafka"));
  }

  /** The object store of {@link ObjectStoreResource}, which must have been started. */
  public static TestServer objectStore() {
    return new TestServer(objectName("s3"));
  }

  /** As {@code kill -9}; returns when the process is gone. */
  public void kill() {
    invoke("kill");
  }

  /** In order, as by {@code ./liaison down}. */
  public void stop() {
    invoke("stop");
  }

  /** Starts the killed or stopped server on its port and data; returns when it answers. */
  public void start() {
    invoke("start");
  }

  /** The configuration that leads a service to this server. */
  public Map<String, String> configuration() {
    try {
      String[] pairs = (String[]) REGISTRY.getAttribute(name, "Configuration");
      Map<String, String> configuration = new HashMap<>();
      for (int i = 0; i < pairs.length; i += 2) {
        configuration.put(pairs[i], pairs[i + 1]);
      }
      return Map.copyOf(configuration);
    } catch (JMException e) {
      throw notStarted(e);
    }
  }

  /** The server of that name, started now unless it was before. */
  static TestServer once(String name, Supplier<RunningServerMXBean> starter) {
    synchronized (REGISTRY) {
      ObjectName objectName = objectName(name);
      if (!REGISTRY.isRegistered(objectName)) {
        try {
          REGISTRY.registerMBean(starter.get(), objectName);
        } catch (InstanceAlreadyExistsException e) {
          throw new IllegalStateException("registered beside the lock", e);
        } catch (JMException e) {
          throw new IllegalStateException("could not be registered", e);
        }
      }
      return new TestServer(objectName);
    }
  }

  private void invoke(String operation) {
    try {
      REGISTRY.invoke(name, operation, new Object[0], new String[0]);
    } catch (JMException e) {
      throw notStarted(e);
    }
  }

  private IllegalStateException notStarted(JMException cause) {
    return new IllegalStateException(
        name.getKeyProperty("name") + " failed, or its test resource is not declared", cause);
  }

  private static ObjectName objectName(String name) {
    try {
      return new ObjectName("fr.liaison.test:type=TestServer,name=" + name);
    } catch (JMException e) {
      throw new IllegalArgumentException(name, e);
    }
  }
}
