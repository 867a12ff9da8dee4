package fr.liaison.conversation.stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The WebSocket edge: hands frames to sessions and never waits, since it runs on network threads.
 */
@ServerEndpoint("/v1/stream")
@ApplicationScoped
public class StreamEndpoint {
  private static final int LARGEST_FRAME = 65_536;

  private final StreamParts parts;
  private final ConcurrentMap<String, StreamSession> sessions = new ConcurrentHashMap<>();

  StreamEndpoint(StreamParts parts) {
    this.parts = parts;
  }

  @OnOpen
  public void opened(Session socket) {
    socket.setMaxTextMessageBufferSize(LARGEST_FRAME);
    StreamSession session =
        new StreamSession(new Outlet(socket, parts.config()), parts, parts.timer().workers());
    sessions.put(socket.getId(), session);
    parts.registry().connected(session);
  }

  @OnMessage
  public void received(String frame, Session socket) {
    StreamSession session = sessions.get(socket.getId());
    if (session != null) {
      session.received(frame);
    }
  }

  @OnClose
  public void closed(Session socket) {
    StreamSession session = sessions.remove(socket.getId());
    if (session != null) {
      session.ended();
    }
  }

  @OnError
  public void failed(Session socket, Throwable failure) {
    closed(socket);
  }
}
