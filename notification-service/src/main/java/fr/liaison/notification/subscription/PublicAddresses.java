package fr.liaison.notification.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells addresses of the internet from those of our own networks, so that a subscription cannot
 * make the service call inside (server-side request forgery). Every address of a name must be
 * public; doubt is a refusal.
 */
@ApplicationScoped
public class PublicAddresses {
  private static final List<Network> NOT_PUBLIC_V4 =
      networks(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/3");

  /** The only IPv6 range that is routed on the internet. */
  private static final Network GLOBAL_V6 = Network.parse("2000::/3");

  /** Parts of it that are special or carry IPv4 inside: Teredo, documentation, 6to4. */
  private static final List<Network> NOT_PUBLIC_V6 =
      networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

  private final boolean allowLoopback;

  PublicAddresses(EndpointConfig config) {
    this.allowLoopback = config.allowLoopback();
  }

  /** Resolves a name to an address we may connect to; throws when one of its addresses is not. */
  public InetAddress resolve(String host) throws UnknownHostException, ForbiddenAddress {
    InetAddress[] addresses = InetAddress.getAllByName(host);
    for (InetAddress address : addresses) {
      if (!mayConnect(address)) {
        throw new ForbiddenAddress();
      }
    }
    return addresses[0];
  }

  private boolean mayConnect(InetAddress address) {
    return (allowLoopback && address.isLoopbackAddress()) || isPublic(address);
  }

  static boolean isPublic(InetAddress address) {
    return address instanceof Inet4Address
        ? NOT_PUBLIC_V4.stream().noneMatch(network -> network.contains(address))
        : GLOBAL_V6.contains(address)
            && NOT_PUBLIC_V6.stream().noneMatch(network -> network.contains(address));
  }

  private static List<Network> networks(String... notations) {
    return Stream.of(notations).map(Network::parse).toList();
  }

  /** An address range: the leading bits its addresses share. */
  private record Network(BigInteger prefix, int bits) {
    static Network parse(String notation) {
      int slash = notation.indexOf('/');
      int bits = Integer.parseInt(notation.substring(slash + 1));
      return new Network(head(InetAddress.ofLiteral(notation.substring(0, slash)), bits), bits);
    }

    boolean contains(InetAddress address) {
      return head(address, bits).equals(prefix);
    }

    private static BigInteger head(InetAddress address, int bits) {
      byte[] all = address.getAddress();
      return new BigInteger(1, all).shiftRight(all.length * 8 - bits);
    }
  }

  /** The name leads, at least in part, to an address that is not of the internet. */
  public static final class ForbiddenAddress extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
