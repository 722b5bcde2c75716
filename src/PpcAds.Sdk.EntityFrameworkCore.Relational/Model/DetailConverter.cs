using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Model;

/// <summary>
/// The 16 bytes of a key as bytes, which compare in order: databases order their own type of GUID each in its way.
/// </summary>
internal sealed class DetailConverter() : ValueConverter<Guid, byte[]>(
    detail => detail.ToByteArray(true), bytes => new Guid(bytes, true));
