package fr.liaison.audit.tlog.tile;

import fr.liaison.audit.tlog.merkle.MalformedLogDataException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The index and width of a tile or entry bundle as written in its address: three-digit groups, all
 * but the last prefixed {@code x}, and {@code .p/<width>} when partial.
 */
public record TilePath(long index, int width) {

  public static final int FULL_WIDTH = 256;

  private static final Pattern FORM =
      Pattern.compile("((?:x\\d{3}/){0,5}\\d{3})(?:\\.p/([1-9]\\d{0,2}))?");

  public TilePath {
    if (index < 0 || width < 1 || width > FULL_WIDTH) {
      throw new MalformedLogDataException("a tile has a positive index and 1 to 256 hashes");
    }
  }

  public static TilePath full(long index) {
    return new TilePath(index, FULL_WIDTH);
  }

  /** Reads the part of an address that follows {@code tile/<level>/} or {@code tile/entries/}. */
  public static TilePath parse(String path) {
    Matcher matcher = FORM.matcher(path);
    if (!matcher.matches()) {
      throw new MalformedLogDataException("a tile path is x000/000[.p/width]");
    }
    long index = Long.parseLong(matcher.group(1).replace("x", "").replace("/", ""));
    String partial = matcher.group(2);
    int width = partial == null ? FULL_WIDTH : Integer.parseInt(partial);
    TilePath parsed = new TilePath(index, width);
    if (!parsed.toString().equals(path)) {
      throw new MalformedLogDataException("a tile path is written in one way only");
    }
    return parsed;
  }

  public boolean isFull() {
    return width == FULL_WIDTH;
  }

  /** The index of the first hash or entry in the tile, counted at the tile's own level. */
  public long start() {
    return index * FULL_WIDTH;
  }

  @Override
  public String toString() {
    StringBuilder path = new StringBuilder("%03d".formatted(index % 1000));
    for (long rest = index / 1000; rest > 0; rest /= 1000) {
      path.insert(0, "x%03d/".formatted(rest % 1000));
    }
    return isFull() ? path.toString() : path + ".p/" + width;
  }
}
