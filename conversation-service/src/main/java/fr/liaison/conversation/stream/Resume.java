package fr.liaison.conversation.stream;

import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.DeviceId;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What had been sent to a device and not yet acknowledged, as an opaque token. It only saves
 * sending again: positions are clamped to what the device may read, and a token that cannot be
 * read, or is another device's, counts as none.
 */
final class Resume {
  private static final byte VERSION = 1;
  private static final int MOST = 500;
  private static final int HEAD = 19;
  private static final int EACH = 24;

  private Resume() {}

  static String write(DeviceId device, Map<ConversationId, Long> positions) {
    int count = Math.min(positions.size(), MOST);
    ByteBuffer buffer = ByteBuffer.allocate(HEAD + count * EACH);
    put(buffer.put(VERSION), device.value()).putShort((short) count);
    positions.entrySet().stream()
        .limit(count)
        .forEach(each -> put(buffer, each.getKey().value()).putLong(each.getValue()));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(buffer.array());
  }

  static Map<ConversationId, Long> read(DeviceId device, String token) {
    if (token.length() > 2 * (HEAD + MOST * EACH)) {
      return Map.of();
    }
    try {
      ByteBuffer buffer = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
      if (buffer.get() != VERSION || !uuid(buffer).equals(device.value())) {
        return Map.of();
      }
      int count = Math.clamp(buffer.getShort(), 0, MOST);
      Map<ConversationId, Long> positions = new HashMap<>();
      for (int i = 0; i < count; i++) {
        positions.put(new ConversationId(uuid(buffer)), buffer.getLong());
      }
      return positions;
    } catch (IllegalArgumentException | BufferUnderflowException unreadable) {
      return Map.of();
    }
  }

  private static ByteBuffer put(ByteBuffer buffer, UUID id) {
    return buffer.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
  }

  private static UUID uuid(ByteBuffer buffer) {
    return new UUID(buffer.getLong(), buffer.getLong());
  }
}
