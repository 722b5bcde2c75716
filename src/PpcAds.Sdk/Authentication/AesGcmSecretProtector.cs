using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace PpcAds.Sdk.Authentication;

/// <summary>
/// Encrypts secrets with AES-256-GCM under a key that the host supplies. The purpose is authenticated, so that a
/// ciphertext moved to another account or field does not decrypt.
/// </summary>
public sealed class AesGcmSecretProtector : ISecretProtector
{
    private const string Prefix = "g1.";
    private const int KeyBytes = 32;
    private readonly byte[][] _keys;

    /// <summary>Makes a protector.</summary>
    /// <param name="key">32 random bytes, with which secrets are encrypted from now on.</param>
    /// <param name="formerKeys">Keys that older ciphertexts may still need: they decrypt, but no longer encrypt.</param>
    /// <exception cref="ArgumentException">A key is not 32 bytes long.</exception>
    public AesGcmSecretProtector(ReadOnlySpan<byte> key, params IReadOnlyList<byte[]> formerKeys)
    {
        ArgumentNullException.ThrowIfNull(formerKeys);
        _keys = [key.ToArray(), .. formerKeys.Select(former => (byte[])former.Clone())];
        if (_keys.Any(candidate => candidate.Length != KeyBytes))
        {
            throw new ArgumentException(
                "Each key must be 32 bytes long, as RandomNumberGenerator.GetBytes(32) gives.", nameof(key));
        }
    }

    /// <inheritdoc/>
    public string Protect(string secret, string purpose)
    {
        ArgumentNullException.ThrowIfNull(secret);
        ArgumentNullException.ThrowIfNull(purpose);
        byte[] clear = Encoding.UTF8.GetBytes(secret);
        byte[] sealedBytes = new byte[AesGcm.NonceByteSizes.MaxSize + AesGcm.TagByteSizes.MaxSize + clear.Length];
        Split(sealedBytes, out Span<byte> nonce, out Span<byte> tag, out Span<byte> cipher);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_keys[0], AesGcm.TagByteSizes.MaxSize);
        aes.Encrypt(nonce, clear, cipher, tag, Encoding.UTF8.GetBytes(purpose));
        CryptographicOperations.ZeroMemory(clear);
        return Prefix + Base64Url.EncodeToString(sealedBytes);
    }

    /// <inheritdoc/>
    public string Unprotect(string protectedSecret, string purpose)
    {
        ArgumentNullException.ThrowIfNull(protectedSecret);
        ArgumentNullException.ThrowIfNull(purpose);
        byte[] sealedBytes = Decode(protectedSecret);
        Split(sealedBytes, out Span<byte> nonce, out Span<byte> tag, out Span<byte> cipher);
        byte[] clear = new byte[cipher.Length];
        byte[] associated = Encoding.UTF8.GetBytes(purpose);
        foreach (byte[] key in _keys)
        {
            try
            {
                using var aes = new AesGcm(key, AesGcm.TagByteSizes.MaxSize);
                aes.Decrypt(nonce, cipher, tag, clear, associated);
                return Encoding.UTF8.GetString(clear);
            }
            catch (AuthenticationTagMismatchException)
            {
                // Perhaps a former key wrote it.
            }
        }

        throw new CryptographicException(
            "The secret does not decrypt: it was changed, or protected with another key or for another purpose. "
            + "Supply the key that wrote it as a former key, or connect the account again.");
    }

    private static byte[] Decode(string protectedSecret)
    {
        if (protectedSecret.StartsWith(Prefix, StringComparison.Ordinal)
            && Base64Url.IsValid(protectedSecret.AsSpan(Prefix.Length), out int length)
            && length >= AesGcm.NonceByteSizes.MaxSize + AesGcm.TagByteSizes.MaxSize)
        {
            return Base64Url.DecodeFromChars(protectedSecret.AsSpan(Prefix.Length));
        }

        throw new CryptographicException(
            "The text is not a secret that AesGcmSecretProtector wrote. Register the protector that wrote it, or connect the "
            + "account again.");
    }

    private static void Split(Span<byte> sealedBytes, out Span<byte> nonce, out Span<byte> tag, out Span<byte> cipher)
    {
        nonce = sealedBytes[..AesGcm.NonceByteSizes.MaxSize];
        tag = sealedBytes.Slice(nonce.Length, AesGcm.TagByteSizes.MaxSize);
        cipher = sealedBytes[(nonce.Length + tag.Length)..];
    }
}
