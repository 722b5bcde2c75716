using System.Text.Json.Serialization;
using PpcAds.Sdk.AspNetCore.Endpoints;

namespace PpcAds.Sdk.AspNetCore.Accounts;

/// <summary>The JSON of the endpoints of accounts, whatever the host has set for its own JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    MaxDepth = 8)]
[JsonSerializable(typeof(AccountBody))]
[JsonSerializable(typeof(AccountChange))]
[JsonSerializable(typeof(AccountResponse))]
[JsonSerializable(typeof(PageResponse<AccountResponse>))]
[JsonSerializable(typeof(CredentialsBody))]
[JsonSerializable(typeof(CredentialsResponse))]
internal sealed partial class AccountsJsonContext : JsonSerializerContext;
