/// The functions of one hash (`SHA256_Init`) are deprecated in favour of `EVP_DigestInit`, which loads
/// the library's configuration and its providers: 2 ms at the start of every command.
#define OPENSSL_SUPPRESS_DEPRECATED

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/kdf.h>
#include <openssl/sha.h>
