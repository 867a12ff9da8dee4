// `npm ci` when the lock file or a patch changed since the last one, so that a build after a build is quick.
import { createHash } from "node:crypto"
import { spawnSync } from "node:child_process"
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

const web = dirname(dirname(fileURLToPath(import.meta.url)))
const stamp = join(web, "node_modules", ".liaison-installed")

const hash = createHash("sha256")
for (const file of ["package.json", "package-lock.json", ...patches()])
  hash.update(file).update(readFileSync(join(web, file)))
const wanted = hash.digest("hex")

if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) {
  process.stdout.write("npm packages are up to date\n")
} else {
  const npm = process.platform === "win32" ? "npm.cmd" : "npm"
  const { status } = spawnSync(npm, ["ci"], { cwd: web, stdio: "inherit" })
  if (status !== 0) process.exit(status ?? 1)
  writeFileSync(stamp, wanted)
}

function patches() {
  return readdirSync(join(web, "patches"))
    .sort()
    .map((name) => `patches/${name}`)
}
