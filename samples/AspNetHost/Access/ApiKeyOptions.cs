using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;

namespace AspNetHost.Access;

/// <summary>The users by name, each with its key.</summary>
internal sealed class ApiKeyOptions : AuthenticationSchemeOptions
{
    public Dictionary<string, string> Users { get; } = new(StringComparer.Ordinal);

    /// <summary>The user of a key; null if it is no one's.</summary>
    public string? FindUser(string text)
    {
        byte[] key = Encoding.UTF8.GetBytes(text);
        foreach ((string user, string known) in Users)
        {
            if (CryptographicOperations.FixedTimeEquals(key, Encoding.UTF8.GetBytes(known)))
            {
                return user;
            }
        }

        return null;
    }
}
