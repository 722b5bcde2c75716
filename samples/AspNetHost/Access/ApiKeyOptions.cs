using Microsoft.AspNetCore.Authentication;

namespace AspNetHost.Access;

/// <summary>The users by name, each with its key.</summary>
internal sealed class ApiKeyOptions : AuthenticationSchemeOptions
{
    public Dictionary<string, string> Users { get; } = new(StringComparer.Ordinal);
}
