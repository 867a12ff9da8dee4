package fr.liaison.gateway;

/** The sizes both gateways are set up with. */
interface GatewayLimits {
  int JSON_LIMIT = 2 << 20;
  int UPLOAD_LIMIT = 110 << 20;
}
