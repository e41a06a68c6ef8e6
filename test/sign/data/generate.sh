#!/bin/sh
# Makes the keys of the tests again: sh test/sign/data/generate.sh (OpenSSL 3.0 or newer, with its legacy provider).
# They sign nothing but the documents of the tests; their passphrases stand below.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > openssl.cnf <<'CNF'
[req]
distinguished_name = none
utf8 = yes
string_mask = utf8only
[none]
[ca]
default_ca = short
[short]
database = index
serial = serial
new_certs_dir = .
default_md = sha256
policy = any
unique_subject = no
[any]
organizationName = optional
commonName = supplied
[authority]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign
[office]
keyUsage = critical, digitalSignature, nonRepudiation
[tsa]
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
CNF
: > index
echo 01 > serial

# name, key, subject, extensions, from, until
certify() {
  openssl genpkey $2 -out "$1.key" 2> /dev/null
  openssl req -new -config openssl.cnf -utf8 -key "$1.key" -subj "$3" -out "$1.csr"
  if [ "$1" = ca ]; then signer=-selfsign; else signer="-cert ca.pem"; fi
  openssl ca -batch -config openssl.cnf -utf8 -in "$1.csr" $signer -keyfile ca.key -extensions "$4" -notext \
    -startdate "$5" -enddate "$6" -out "$1.pem" 2> /dev/null
}
pack() {
  name=$1
  shift
  openssl pkcs12 -export -out "$here/$name.p12" "$@"
  chmod 644 "$here/$name.p12"
}
rsa='-algorithm RSA -pkeyopt rsa_keygen_bits:2048'
ec='-algorithm EC -pkeyopt ec_paramgen_curve:P-384'
long='20240101000000Z 21240101000000Z'

certify ca "$rsa" '/O=Jalaseh tests/CN=Test authority' authority $long
certify office "$rsa" '/O=Jalaseh tests/CN=دبیرخانهٔ آزمون' office $long
certify curve "$ec" '/O=Jalaseh tests/CN=Test office' office $long
certify tsa "$rsa" '/O=Jalaseh tests/CN=Test clock' tsa $long
certify expired "$ec" '/CN=Test of 2020' office 20200101000000Z 20210101000000Z

pack office -inkey office.key -in office.pem -certfile ca.pem -passout pass:office
pack curve -inkey curve.key -in curve.pem -certfile ca.pem -passout pass:office
pack tsa -inkey tsa.key -in tsa.pem -passout pass:office
pack expired -inkey expired.key -in expired.pem -passout pass:office
# As Windows and older tools write them: RC2 with 40 bits for the certificates, triple DES for the key, SHA-1.
pack legacy -legacy -inkey office.key -in office.pem -certfile ca.pem -passout pass:office
pack persian -inkey curve.key -in curve.pem -passout 'pass:رمز آزمون'
pack persian-legacy -inkey curve.key -in curve.pem -passout 'pass:رمز آزمون' \
  -keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES -macalg sha1
pack certificate -nokeys -in office.pem -passout pass:office
pack unsealed -nomac -inkey curve.key -in curve.pem -passout pass:office
