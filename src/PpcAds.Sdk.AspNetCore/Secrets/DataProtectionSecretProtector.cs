using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using PpcAds.Sdk.Authentication;

namespace PpcAds.Sdk.AspNetCore.Secrets;

/// <summary>
/// Encrypts secrets with the host's Data Protection keys, under a purpose of our own: nothing else of the host can be read with
/// it, nor can anything else of the host read ours.
/// </summary>
internal sealed class DataProtectionSecretProtector(IDataProtectionProvider provider) : ISecretProtector
{
    private const string RootPurpose = "PpcAds.Sdk.Secrets.v1";
    private const string Prefix = "d1.";

    private const string Remedy =
        "Give every process that uses this database the same Data Protection key ring and keep it for good: "
        + "AddDataProtection().PersistKeysTo…() to a place that outlives a deployment, with the same application name "
        + "(SetApplicationName, or else the same content root). If only this secret is affected, connect the account again.";

    public string Protect(string secret, string purpose)
    {
        ArgumentNullException.ThrowIfNull(secret);
        ArgumentNullException.ThrowIfNull(purpose);
        byte[] clear = Encoding.UTF8.GetBytes(secret);
        try
        {
            return Prefix + Base64Url.EncodeToString(ProtectorOf(purpose).Protect(clear));
        }
        catch (CryptographicException exception)
        {
            throw new CryptographicException(
                $"Data Protection has no key to encrypt with. {exception.Message} Check the host's AddDataProtection(): "
                + "its keys must be readable, and unless automatic key generation is on, one of them must be neither expired "
                + "nor revoked.",
                exception);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(clear);
        }
    }

    public string Unprotect(string protectedSecret, string purpose)
    {
        ArgumentNullException.ThrowIfNull(protectedSecret);
        ArgumentNullException.ThrowIfNull(purpose);
        byte[] cipher = Decode(protectedSecret);
        bool wasRevoked = false;
        byte[] clear;
        try
        {
            IDataProtector protector = ProtectorOf(purpose);

            // Revoked keys are tried only to report them as revoked: the remedy is a different one.
            clear = protector is IPersistedDataProtector persisted
                ? persisted.DangerousUnprotect(cipher, ignoreRevocationErrors: true, out _, out wasRevoked)
                : protector.Unprotect(cipher);
        }
        catch (CryptographicException exception)
        {
            throw new CryptographicException(
                $"The secret does not decrypt with the host's Data Protection keys. {exception.Message} {Remedy}", exception);
        }

        string secret = wasRevoked ? "" : Encoding.UTF8.GetString(clear);
        CryptographicOperations.ZeroMemory(clear);
        return wasRevoked
            ? throw new CryptographicException(
                "The Data Protection key that encrypted the secret was revoked, so that the secret counts as known to others. "
                + "Have the client secret and the consent renewed at Amazon, and connect the account again with the new ones.")
            : secret;
    }

    private static byte[] Decode(string protectedSecret) =>
        protectedSecret.StartsWith(Prefix, StringComparison.Ordinal) && Base64Url.IsValid(protectedSecret.AsSpan(Prefix.Length))
            ? Base64Url.DecodeFromChars(protectedSecret.AsSpan(Prefix.Length))
            : throw new CryptographicException(
                "The text is not a secret that Data Protection wrote. Register the protector that wrote it, or connect the "
                + "account again.");

    private IDataProtector ProtectorOf(string purpose) => provider.CreateProtector(RootPurpose, purpose);
}
