// Command verifier checks a Liaison audit log from the outside.
//
// It trusts one verifier key and nothing else. The Merkle tree and signed note
// code is Go's own (golang.org/x/mod/sumdb, as packaged by Debian); only the
// walk over the log is written here, so a mistake in the service's Java cannot
// be hidden by the same mistake in its checker.
//
//	verifier -key VKEY -log URL|DIR [-saved FILE] [-save FILE]
//	verifier -key VKEY -proof FILE
//
// One line tells the result. Exit status: 0 genuine, 1 not genuine, 2 wrong use.
package main

import (
	"flag"
	"fmt"
	"os"
	"strings"

	"golang.org/x/mod/sumdb/note"
)

func main() {
	key := flag.String("key", "", "verifier key, or a file that holds it")
	log := flag.String("log", "", "address or folder of the log (what precedes /checkpoint)")
	saved := flag.String("saved", "", "checkpoint seen earlier; the log must extend it")
	save := flag.String("save", "", "file to keep the verified checkpoint in")
	proof := flag.String("proof", "", "check one .tlog-proof file instead of a log")
	flag.Parse()
	if *key == "" || (*log == "") == (*proof == "") || flag.NArg() > 0 {
		flag.Usage()
		os.Exit(2)
	}

	verifier, err := note.NewVerifier(readKey(*key))
	if err != nil {
		fail(fmt.Errorf("verifier key: %v", err))
	}
	var report string
	if *proof != "" {
		report, err = verifyProofFile(*proof, verifier)
	} else {
		report, err = verifyLog(openSource(*log), verifier, *saved, *save)
	}
	if err != nil {
		fail(err)
	}
	fmt.Println("GENUINE: " + report)
}

func readKey(keyOrFile string) string {
	if content, err := os.ReadFile(keyOrFile); err == nil {
		return strings.TrimSpace(string(content))
	}
	return strings.TrimSpace(keyOrFile)
}

func fail(err error) {
	fmt.Println("NOT GENUINE: " + err.Error())
	os.Exit(1)
}
