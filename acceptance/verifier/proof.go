package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// An opening is the extra data Liaison puts in a proof: the leaf and, until
// they are purged, the salt and payload it commits to.
type opening struct {
	Leaf    string `json:"leaf"`
	Salt    string `json:"salt"`
	Payload string `json:"payload"`
}

// verifyProofFile checks one tlog-proof without a network.
func verifyProofFile(file string, verifier note.Verifier) (string, error) {
	content, err := os.ReadFile(file)
	if err != nil {
		return "", err
	}
	head, signed, found := bytes.Cut(content, []byte("\n\n"))
	lines := strings.Split(string(head), "\n")
	if !found || len(lines) < 3 || lines[0] != "c2sp.org/tlog-proof@v1" ||
		!strings.HasPrefix(lines[1], "extra ") || !strings.HasPrefix(lines[2], "index ") {
		return "", errors.New("not a tlog-proof with extra data")
	}
	tree, err := openCheckpoint(signed, verifier)
	if err != nil {
		return "", err
	}
	index, err := strconv.ParseInt(lines[2][len("index "):], 10, 64)
	if err != nil || index < 0 || index >= tree.N {
		return "", errors.New("the index is not in the log")
	}
	var proof tlog.RecordProof
	for _, line := range lines[3:] {
		hash, err := tlog.ParseHash(line)
		if err != nil {
			return "", err
		}
		proof = append(proof, hash)
	}
	leaf, what, err := openExtra(lines[1][len("extra "):])
	if err != nil {
		return "", err
	}
	if err := tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash(leaf)); err != nil {
		return "", err
	}
	return fmt.Sprintf("%s entry %d of %d, %s", verifier.Name(), index, tree.N, what), nil
}

// openExtra gives the leaf, after checking that it commits to the payload.
func openExtra(extra string) (leaf []byte, what string, err error) {
	document, err := base64.StdEncoding.DecodeString(extra)
	if err != nil {
		return nil, "", err
	}
	var parts opening
	if err := json.Unmarshal(document, &parts); err != nil {
		return nil, "", err
	}
	leaf, err = base64.RawURLEncoding.DecodeString(parts.Leaf)
	if err != nil {
		return nil, "", err
	}
	if parts.Payload == "" {
		return leaf, "payload purged", nil
	}
	salt, saltErr := base64.RawURLEncoding.DecodeString(parts.Salt)
	payload, payloadErr := base64.RawURLEncoding.DecodeString(parts.Payload)
	var committed struct {
		Commitment string `json:"commitment"`
	}
	if saltErr != nil || payloadErr != nil || json.Unmarshal(leaf, &committed) != nil {
		return nil, "", errors.New("malformed opening")
	}
	digest := sha256.Sum256(append(salt, payload...))
	if base64.RawURLEncoding.EncodeToString(digest[:]) != committed.Commitment {
		return nil, "", errors.New("the payload is not the one the entry commits to")
	}
	return leaf, "payload opened", nil
}
