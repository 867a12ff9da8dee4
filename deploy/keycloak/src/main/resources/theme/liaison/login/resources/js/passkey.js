// Passkey login and registration. All input comes from data attributes, all output goes into the form's hidden fields,
// so that the pages need no inline script.

const toBytes = (text) => {
  const base64 = text.replaceAll("-", "+").replaceAll("_", "/");
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
};

const toText = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

const given = (value) => (value && value !== "not specified" ? value : undefined);
const milliseconds = (seconds) => (Number(seconds) > 0 ? Number(seconds) * 1000 : undefined);
const publicKeys = (ids) => ids.filter(Boolean).map((id) => ({ type: "public-key", id: toBytes(id) }));

const fill = (form, values) => {
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && value !== null) form.elements.namedItem(name).value = value;
  }
  form.requestSubmit();
};

let running;
const freshSignal = () => {
  running?.abort();
  running = new AbortController();
  return running.signal;
};

async function logIn(form, mediation) {
  const input = form.dataset;
  const allowed = [...form.querySelectorAll("[data-passkey-allowed]")].map((e) => e.dataset.passkeyAllowed);
  const credential = await navigator.credentials.get({
    mediation,
    signal: freshSignal(),
    publicKey: {
      challenge: toBytes(input.passkeyChallenge),
      rpId: input.passkeyRp,
      timeout: milliseconds(input.passkeyTimeout),
      userVerification: given(input.passkeyVerification),
      allowCredentials: mediation === "conditional" ? [] : publicKeys(allowed),
    },
  });
  const { response } = credential;
  fill(form, {
    clientDataJSON: toText(response.clientDataJSON),
    authenticatorData: toText(response.authenticatorData),
    signature: toText(response.signature),
    credentialId: credential.id,
    userHandle: response.userHandle ? toText(response.userHandle) : undefined,
  });
}

async function register(form) {
  const input = form.dataset;
  const credential = await navigator.credentials.create({
    publicKey: {
      challenge: toBytes(input.passkeyChallenge),
      rp: { id: input.passkeyRp, name: input.passkeyRpName },
      user: {
        id: toBytes(input.passkeyUser),
        name: input.passkeyUsername,
        displayName: input.passkeyUsername,
      },
      pubKeyCredParams: (input.passkeyAlgorithms || "-7")
        .split(",")
        .map((algorithm) => ({ type: "public-key", alg: Number(algorithm) })),
      attestation: given(input.passkeyAttestation),
      authenticatorSelection: {
        authenticatorAttachment: given(input.passkeyAttachment),
        residentKey: "required",
        requireResidentKey: true,
        userVerification: given(input.passkeyVerification),
      },
      timeout: milliseconds(input.passkeyTimeout),
      excludeCredentials: publicKeys(input.passkeyExcluded.split(",")),
    },
  });
  fill(form, {
    clientDataJSON: toText(credential.response.clientDataJSON),
    attestationObject: toText(credential.response.attestationObject),
    publicKeyCredentialId: toText(credential.rawId),
    transports: credential.response.getTransports?.().join(","),
    authenticatorAttachment: credential.authenticatorAttachment,
  });
}

const guarded = (form, ceremony) => async () => {
  if (!window.PublicKeyCredential) {
    fill(form, { error: form.dataset.passkeyUnsupported });
    return;
  }
  try {
    await ceremony();
  } catch (error) {
    fill(form, { error: String(error) });
  }
};

const loginForm = document.querySelector("form#webauth");
if (loginForm) {
  document
    .getElementById("authenticateWebAuthnButton")
    .addEventListener("click", guarded(loginForm, () => logIn(loginForm)));
  const unidentified = loginForm.dataset.passkeyIdentified !== "true";
  if (unidentified && (await window.PublicKeyCredential?.isConditionalMediationAvailable?.())) {
    // Offered inside the user name field; silence is right when the person ignores it.
    logIn(loginForm, "conditional").catch(() => undefined);
  }
}

const registerForm = document.querySelector("form#register[data-passkey-user]");
if (registerForm) {
  document
    .getElementById("registerWebAuthn")
    .addEventListener("click", guarded(registerForm, () => register(registerForm)));
}
