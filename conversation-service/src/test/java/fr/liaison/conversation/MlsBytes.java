package fr.liaison.conversation;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Writes well-framed MLS messages with random keys, MACs and signatures: what the server can check
 * without following the tree is right in them, everything else is noise.
 */
public final class MlsBytes {
  private final Random random;

  public MlsBytes(long seed) {
    this.random = new Random(seed);
  }

  public static byte[] groupId(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  public byte[] keyPackage(byte[] signatureKey) {
    long now = Instant.now().getEpochSecond();
    return keyPackage(signatureKey, now - 60, now + 86_400);
  }

  public byte[] keyPackage(byte[] signatureKey, long notBefore, long notAfter) {
    return new Out().u16(1).u16(5).raw(bareKeyPackage(signatureKey, notBefore, notAfter)).bytes();
  }

  public byte[] bareKeyPackage(byte[] signatureKey, long notBefore, long notAfter) {
    return new Out()
        .u16(1)
        .u16(1)
        .opaque(noise(32))
        .raw(
            leaf(signatureKey)
                .u8(1)
                .u64(notBefore)
                .u64(notAfter)
                .opaque()
                .opaque(noise(64))
                .bytes())
        .opaque()
        .opaque(noise(64))
        .bytes();
  }

  /** A commit that adds leaves with these keys, removes these leaves, and carries a path. */
  public byte[] commit(UUID group, long epoch, List<byte[]> addedKeys, List<Integer> removed) {
    return commit(group, epoch, addedKeys, removed, true);
  }

  public byte[] commit(
      UUID group, long epoch, List<byte[]> addedKeys, List<Integer> removed, boolean path) {
    Out proposals = new Out();
    long now = Instant.now().getEpochSecond();
    addedKeys.forEach(
        key -> proposals.u8(1).u16(1).raw(bareKeyPackage(key, now - 60, now + 86_400)));
    removed.forEach(leaf -> proposals.u8(1).u16(3).u32(leaf));
    Out out =
        new Out()
            .u16(1)
            .u16(1)
            .opaque(groupId(group))
            .u64(epoch)
            .u8(1)
            .u32(0)
            .opaque()
            .u8(3)
            .opaque(proposals.bytes());
    if (path) {
      out.u8(1)
          .raw(leaf(noise(32)).u8(3).opaque(noise(32)).opaque().opaque(noise(64)).bytes())
          .opaque(
              new Out()
                  .opaque(noise(32))
                  .opaque(new Out().opaque(noise(32)).opaque(noise(48)).bytes())
                  .bytes());
    } else {
      out.u8(0);
    }
    return out.opaque(noise(64)).opaque(noise(32)).opaque(noise(32)).bytes();
  }

  public byte[] welcome(int recipients) {
    Out secrets = new Out();
    for (int i = 0; i < recipients; i++) {
      secrets.opaque(noise(32)).opaque(noise(32)).opaque(noise(84));
    }
    return new Out().u16(1).u16(3).u16(1).opaque(secrets.bytes()).opaque(noise(300)).bytes();
  }

  public byte[] groupInfo(UUID group, long epoch) {
    return new Out()
        .u16(1)
        .u16(4)
        .u16(1)
        .u16(1)
        .opaque(groupId(group))
        .u64(epoch)
        .opaque(noise(32))
        .opaque(noise(32))
        .opaque()
        .opaque(new Out().u16(4).opaque(noise(32)).bytes())
        .opaque(noise(32))
        .u32(0)
        .opaque(noise(64))
        .bytes();
  }

  public byte[] message(UUID group, long epoch, int size) {
    return new Out()
        .u16(1)
        .u16(2)
        .opaque(groupId(group))
        .u64(epoch)
        .u8(1)
        .opaque()
        .opaque(noise(28))
        .opaque(noise(size))
        .bytes();
  }

  public byte[] noise(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private Out leaf(byte[] signatureKey) {
    return new Out()
        .opaque(noise(32))
        .opaque(signatureKey)
        .u16(1)
        .opaque(noise(16))
        .opaque(new Out().u16(1).bytes())
        .opaque(new Out().u16(1).bytes())
        .opaque()
        .opaque()
        .opaque(new Out().u16(1).u16(2).bytes());
  }

  /** TLS presentation language with RFC 9420 lengths. */
  public static final class Out {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    public Out u8(int value) {
      bytes.write(value);
      return this;
    }

    public Out u16(int value) {
      return raw(ByteBuffer.allocate(2).putShort((short) value).array());
    }

    public Out u32(long value) {
      return raw(ByteBuffer.allocate(4).putInt((int) value).array());
    }

    public Out u64(long value) {
      return raw(ByteBuffer.allocate(8).putLong(value).array());
    }

    public Out raw(byte[] value) {
      bytes.writeBytes(value);
      return this;
    }

    public Out opaque(byte... value) {
      if (value.length < 64) {
        u8(value.length);
      } else if (value.length < 16384) {
        u16(0x4000 | value.length);
      } else {
        u32(0x80000000L | value.length);
      }
      return raw(value);
    }

    public byte[] bytes() {
      return bytes.toByteArray();
    }
  }
}
