using System.Security.Cryptography;

namespace CustomStores;

/// <summary>The key of the token store: from the environment, else from a file that only this user can read.</summary>
public static class TokenKey
{
    /// <summary>32 bytes in Base64.</summary>
    public const string Variable = "CUSTOM_STORES_KEY";

    public static async Task<byte[]> GetAsync(string file, CancellationToken cancellationToken = default)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text)
        {
            return Convert.FromBase64String(text);
        }

        if (!File.Exists(file))
        {
            await AtomicFile.WriteAsync(file, RandomNumberGenerator.GetBytes(32), cancellationToken);
        }

        return await File.ReadAllBytesAsync(file, cancellationToken);
    }
}
