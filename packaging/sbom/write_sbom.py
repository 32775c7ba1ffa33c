#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Anteroom developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes what a package is made of as SPDX 2.3: our programs, what was compiled into them, what they are linked with, and
which of that the package brings along. The same package gives the same bytes (SOURCE_DATE_EPOCH)."""
import argparse
import datetime
import json
import os
import pathlib
import re
import sys
import uuid

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import owners  # noqa: E402

# Compiled in as headers, so that no loader would name them: header, name, SPDX licence.
HEADERS = (("/usr/include/boost/version.hpp", "boost", "BSL-1.0"), ("/usr/include/qcoro6/qcoro/qcorotask.h", "qcoro", "MIT"))
# Debian's names of licences for which SPDX has another one.
SPDX_NAMES = {"Expat": "MIT", "BSL-1.0": "BSL-1.0", "Apache-2.0": "Apache-2.0", "GPL-2": "GPL-2.0-only", "GPL-2+": "GPL-2.0-or-later",
              "GPL-3": "GPL-3.0-only", "GPL-3+": "GPL-3.0-or-later", "LGPL-2": "LGPL-2.0-only", "LGPL-2+": "LGPL-2.0-or-later",
              "LGPL-2.1": "LGPL-2.1-only", "LGPL-2.1+": "LGPL-2.1-or-later", "LGPL-3": "LGPL-3.0-only",
              "LGPL-3+": "LGPL-3.0-or-later", "MIT": "MIT", "Zlib": "Zlib", "BSD-3-clause": "BSD-3-Clause", "BSD-2-clause": "BSD-2-Clause"}
TOOL = "Tool: packaging/sbom/write_sbom.py"


def identifier(name):
    return "SPDXRef-" + re.sub(r"[^A-Za-z0-9.-]", "-", name)


def purl(package):
    distribution = {"deb": "deb/debian", "rpm": "rpm/fedora"}.get(package.system)
    return f"pkg:{distribution}/{package.name}@{package.version}" if distribution else None


def entry(package, licence=None):
    result = {"SPDXID": identifier(package.name), "name": package.name, "downloadLocation": "NOASSERTION",
              "filesAnalyzed": False, "licenseConcluded": "NOASSERTION", "copyrightText": "NOASSERTION",
              "licenseDeclared": licence or SPDX_NAMES.get(package.licence, "NOASSERTION")}
    if package.version:
        result["versionInfo"] = package.version
    if package.source and package.source != package.name:
        result["sourceInfo"] = f"built from the source package {package.source}"
    if package.licence:
        result["licenseComments"] = "The system's own package names: " + package.licence
    if purl(package):
        result["externalRefs"] = [{"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl",
                                   "referenceLocator": purl(package)}]
    return result


def brought_along(tree):
    """What bundle.py wrote down: {file in the package: where it was taken from}."""
    manifest = next(tree.rglob("bundled.json"), None)
    return {name: pathlib.Path(origin) for name, origin in json.loads(manifest.read_text()).items()} if manifest else {}


def collect(tree):
    """Packages that are linked, and those of them that the package holds itself."""
    bundled = brought_along(tree)
    held = {owners.owner(origin) for origin in bundled.values()}
    linked = set()
    for path in sorted(tree.rglob("*")):
        if not owners.is_elf(path) or str(path.relative_to(tree)) in bundled:
            continue
        found = owners.linked(path)
        for name in owners.needed(path):
            if name in found and not found[name].is_relative_to(tree):
                linked.add(owners.owner(found[name]))
    return linked - held, held


def document(arguments):
    tree = pathlib.Path(arguments.tree).resolve()
    moment = datetime.datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), datetime.timezone.utc)
    linked, held = collect(tree)
    ours = {"SPDXID": "SPDXRef-anteroom", "name": "anteroom", "versionInfo": arguments.version, "filesAnalyzed": False,
            "downloadLocation": "NOASSERTION", "licenseConcluded": "GPL-3.0-or-later", "licenseDeclared": "GPL-3.0-or-later",
            "copyrightText": "2026 The Anteroom developers", "supplier": "Organization: The Anteroom developers",
            "primaryPackagePurpose": "APPLICATION"}
    packages = [ours]
    relations = [("SPDXRef-DOCUMENT", "DESCRIBES", "SPDXRef-anteroom")]
    for header, name, licence in HEADERS:
        package = owners.owner(pathlib.Path(header))
        packages.append({**entry(package, licence), "SPDXID": identifier("headers-" + name)})
        relations.append(("SPDXRef-anteroom", "STATIC_LINK", identifier("headers-" + name)))
    for group, relation in ((linked, "DYNAMIC_LINK"), (held, "CONTAINS")):
        for package in sorted(group):
            packages.append(entry(package))
            relations.append(("SPDXRef-anteroom", relation, identifier(package.name)))
    result = {
        "spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT",
        "name": f"anteroom-{arguments.version}-{arguments.kind.lower()}",
        "creationInfo": {"created": moment.strftime("%Y-%m-%dT%H:%M:%SZ"), "creators": [TOOL]},
        "packages": packages,
        "relationships": [{"spdxElementId": a, "relationshipType": kind, "relatedSpdxElement": b} for a, kind, b in relations]}
    # A name of its own for each content, and the same for the same.
    unique = uuid.uuid5(uuid.NAMESPACE_OID, json.dumps(result, sort_keys=True))
    result["documentNamespace"] = f"urn:uuid:{unique}"
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--version", required=True)
    parser.add_argument("--kind", required=True, help="DEB, RPM or TXZ")
    parser.add_argument("--tree", required=True, help="what will be packed")
    parser.add_argument("--output", required=True)
    arguments = parser.parse_args()
    text = json.dumps(document(arguments), indent=1, ensure_ascii=False)
    pathlib.Path(arguments.output).write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
