package fr.liaison.gateway.limit;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request body that breaks off as soon as it is larger than allowed or takes too long, whatever
 * its headers promised. Streams: holds no more than the buffer in hand, and passes back-pressure on
 * to the client. Used on one event loop.
 */
public final class LimitedBody implements ReadStream<Buffer> {

  /** Why a body was broken off. */
  public enum Breach {
    TOO_LARGE,
    TOO_SLOW
  }

  private final HttpServerRequest request;
  private final Vertx vertx;
  private final BodyLimit limit;
  private final long timer;
  private long received;
  private @Nullable Breach breach;
  private @Nullable Handler<Throwable> failure;

  public LimitedBody(Vertx vertx, HttpServerRequest request, BodyLimit limit) {
    this.vertx = vertx;
    this.request = request;
    this.limit = limit;
    this.timer = vertx.setTimer(limit.time().toMillis(), _ -> breakOff(Breach.TOO_SLOW));
  }

  public Optional<Breach> breach() {
    return Optional.ofNullable(breach);
  }

  /** Call when the exchange is over, however it ended. */
  public void release() {
    vertx.cancelTimer(timer);
  }

  private void breakOff(Breach why) {
    if (breach != null) {
      return;
    }
    breach = why;
    release();
    Handler<Throwable> handler = failure;
    if (handler != null) {
      handler.handle(new BodyRefused());
    }
  }

  @Override
  public LimitedBody handler(@Nullable Handler<Buffer> handler) {
    request.handler(
        handler == null
            ? null
            : buffer -> {
              received += buffer.length();
              if (received > limit.bytes()) {
                breakOff(Breach.TOO_LARGE);
              }
              if (breach == null) {
                handler.handle(buffer);
              }
            });
    return this;
  }

  @Override
  public LimitedBody endHandler(@Nullable Handler<Void> handler) {
    request.endHandler(
        handler == null
            ? null
            : _ -> {
              release();
              if (breach == null) {
                handler.handle(null);
              }
            });
    return this;
  }

  @Override
  public LimitedBody exceptionHandler(@Nullable Handler<Throwable> handler) {
    failure = handler;
    request.exceptionHandler(handler);
    return this;
  }

  @Override
  public LimitedBody pause() {
    request.pause();
    return this;
  }

  @Override
  public LimitedBody resume() {
    request.resume();
    return this;
  }

  @Override
  public LimitedBody fetch(long amount) {
    request.fetch(amount);
    return this;
  }

  private static final class BodyRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BodyRefused() {
      super("body refused", null, false, false);
    }
  }
}
