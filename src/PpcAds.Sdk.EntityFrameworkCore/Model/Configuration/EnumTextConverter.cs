using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

/// <summary>Keeps an enum as its name in lower case: <c>NeedsConsent</c> is <c>needs_consent</c>.</summary>
internal sealed class EnumTextConverter<T>() : ValueConverter<T, string>(
    value => EnumText.Of(value), text => EnumText.Parse<T>(text))
    where T : struct, Enum;
