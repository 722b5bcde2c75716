namespace PpcAds.Sdk.Authentication;

/// <summary>
/// Encrypts secrets before a store writes them. ASP.NET Core hosts use their Data Protection keys; others can use
/// <see cref="AesGcmSecretProtector"/> with a key of their own.
/// </summary>
public interface ISecretProtector
{
    /// <summary>Encrypts a secret.</summary>
    /// <param name="secret">The secret in clear text.</param>
    /// <param name="purpose">
    /// What the secret is, such as <c>account/42/refresh-token</c>; the same text is needed to read it back.
    /// </param>
    string Protect(string secret, string purpose);

    /// <summary>Decrypts what <see cref="Protect"/> gave for the same purpose.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">
    /// The text was changed, or was protected with another key or for another purpose.
    /// </exception>
    string Unprotect(string protectedSecret, string purpose);
}
