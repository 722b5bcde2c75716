using System.Security.Cryptography;
using PpcAds.Sdk.Authentication;

namespace PpcAds.Sdk.EntityFrameworkCore.Secrets;

/// <summary>Encrypts the secrets of a row of credentials, each for its account and field.</summary>
internal sealed class CredentialCipher(ISecretProtector protector)
{
    /// <exception cref="CryptographicException">The row was changed, or written with keys that are not there.</exception>
    public LwaCredentials Read(PpcAccountCredentials row)
    {
        try
        {
            return new LwaCredentials(
                row.ClientId,
                protector.Unprotect(row.ProtectedClientSecret, SecretPurpose(row.AccountId)),
                protector.Unprotect(row.ProtectedRefreshToken, TokenPurpose(row.AccountId)));
        }
        catch (CryptographicException exception)
        {
            throw new CryptographicException(
                $"The stored credentials of account {row.AccountId} do not decrypt. {exception.Message}", exception);
        }
    }

    public void Write(PpcAccountCredentials row, LwaCredentials credentials, DateTimeOffset now)
    {
        row.ClientId = credentials.ClientId;
        row.ProtectedClientSecret = protector.Protect(credentials.ClientSecret, SecretPurpose(row.AccountId));
        row.ProtectedRefreshToken = protector.Protect(credentials.RefreshToken, TokenPurpose(row.AccountId));
        row.Version++;
        row.ChangedAt = now;
    }

    private static string SecretPurpose(long accountId) => $"account/{accountId}/client-secret";

    private static string TokenPurpose(long accountId) => $"account/{accountId}/refresh-token";
}
