using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Secrets;

/// <summary>A Data Protection key ring in a folder of a test's own.</summary>
public sealed class KeyFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ppcads-keys-");

    public void Use(IPpcAdsBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddDataProtection().PersistKeysToFileSystem(_folder).SetApplicationName("host");
        builder.ProtectSecretsWithDataProtection();
    }

    /// <summary>Adds a key, with which processes that start from now on encrypt.</summary>
    public static void Rotate(IHost host)
    {
        ArgumentNullException.ThrowIfNull(host);
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        host.Services.GetRequiredService<IKeyManager>().CreateNewKey(now, now.AddDays(90));
    }

    public static void RevokeAll(IHost host)
    {
        ArgumentNullException.ThrowIfNull(host);
        host.Services.GetRequiredService<IKeyManager>().RevokeAllKeys(TimeProvider.System.GetUtcNow(), "Stolen.");
    }

    /// <summary>Loses every key but the newest.</summary>
    public void LoseFormerKeys()
    {
        foreach (FileInfo file in _folder.GetFiles("key-*.xml").OrderByDescending(ActivationOf).Skip(1))
        {
            file.Delete();
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static DateTimeOffset ActivationOf(FileInfo file) => (DateTimeOffset)XDocument.Load(file.FullName).Root!.Element("activationDate")!;
}
